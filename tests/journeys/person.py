"""Somebody at the desk, and what they do there, by keyboard where it can be done by keyboard."""

from urllib.parse import urlsplit

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class Person:
    def __init__(self, playwright, chromium, folder, site):
        self.context = playwright.chromium.launch_persistent_context(
            folder, executable_path=chromium, args=ARGUMENTS, viewport={"width": 1280, "height": 900}
        )
        self.context.set_default_timeout(30_000)  # a busy machine is slow, not broken
        self.page, self.site, self.complaints = self.context.pages[0], site, []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(error.stack or str(error)))

    def _heard(self, message):
        # A refusal (403, 409) is logged by the browser as a failed resource: it is what the test looks for.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def leave(self):
        self.context.close()

    def log_in(self, name, password):
        self.go("/admin/")
        self.page.fill("#id_username", name)
        self.page.fill("#id_password", password)
        self.page.press("#id_password", "Enter")
        self.page.wait_for_selector("#user-tools")

    def go(self, path):
        return self.page.goto(self.site + path)

    def reads(self, path):
        """Status and words of a page, as anybody gets them, without a session."""
        answer = self.context.request.get(self.site + path, headers={"cookie": ""}, max_redirects=0)
        return answer.status, answer.text()

    @property
    def words(self):
        return " ".join(self.page.inner_text("#container").split())

    @property
    def path(self):
        return urlsplit(self.page.url).path

    def choose(self, field, typed):
        """Pick from an autocomplete: open it, type, take what comes first."""
        self.page.click(f".field-{field} .select2-selection")
        self.page.keyboard.type(typed)
        self.page.wait_for_selector(f'.select2-results__option--highlighted:has-text("{typed}")')
        self.page.keyboard.press("Enter")

    def write(self, text):
        """Put the cursor at the end of the body, and type."""
        self.page.click(".ProseMirror")
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def select_back(self, words):
        """Select the words just typed, by keyboard."""
        for _ in range(3 * len(words)):  # under load a key may be lost
            if self.page.evaluate("getSelection().toString()") == words:
                return
            self.page.keyboard.press("Shift+ArrowLeft")
        raise AssertionError(f"“{words}” could not be selected")

    def save(self):
        with self.page.expect_navigation():
            self.page.click("[name=_continue]")
        self.page.wait_for_selector(".messagelist, .errornote")

    def does(self, verb, **typed):
        """Press the verb's button, fill in what its page asks, confirm."""
        self.page.click(f'.object-tools a[href$="/{verb}/"]')
        self.page.wait_for_selector("#verb_form")
        for name, value in typed.items():
            if self.page.locator(f"select[name={name}]").count():
                self.page.select_option(f"select[name={name}]", value)
            else:
                self.page.fill(f"[name={name}]", value)
        self.page.click("#verb_form [type=submit]")
        self.page.wait_for_selector(".messagelist, .errornote")
