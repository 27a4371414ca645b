// Who logs out leaves no words behind in a browser that others may use.
import { forgetAll } from "./browser_copy.js";

forgetAll();
