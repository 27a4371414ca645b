// Unsaved words that the desk does not have yet, kept in this browser: by sitting, each with its person.
const NAME = "desk-words";
const STORE = "sittings";
let opened;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = asked.onblocked = () => reject(asked.error);
  });
  return opened;
}

async function run(mode, ask) {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE);
  return new Promise((resolve, reject) => {
    const asked = ask(store);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

// True where it is kept: a browser in private mode, or without room, keeps nothing.
export async function put(copy) {
  try {
    await run("readwrite", (store) => store.put(copy));
    return true;
  } catch {
    return false;
  }
}

export async function remove(key) {
  await run("readwrite", (store) => store.delete(key)).catch(() => {});
}

export async function all(by) {
  const copies = await run("readonly", (store) => store.getAll()).catch(() => []);
  return copies.filter((copy) => copy.by === by);
}

export async function forgetAll() {
  await run("readwrite", (store) => store.clear()).catch(() => {});
}
