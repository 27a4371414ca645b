// The picture library, as the desk tells it: what stands under a key, and what a search finds.

const known = new Map();
let waiting = null;

export function library(address) {
  // Pictures that are asked for in one moment are asked for in one request.
  const look = (key) => {
    if (!known.has(key)) {
      waiting ??= gather(address);
      known.set(key, waiting.then((found) => found.get(key)));
      wanted.push(key);
    }
    return known.get(key);
  };
  const find = async (words) => {
    const answer = await fetch(`${address}?${new URLSearchParams({ q: words })}`);
    if (!answer.ok) return { pictures: [], sentence: "The desk did not answer. Are you still logged in?" };
    const told = await answer.json();
    for (const picture of told.pictures) known.set(picture.key, Promise.resolve(picture));
    return told;
  };
  const add = (picture) => known.set(picture.key, Promise.resolve(picture));
  return { look, find, add };
}

let wanted = [];

async function gather(address) {
  await new Promise((resolve) => setTimeout(resolve));
  const keys = wanted;
  wanted = [];
  waiting = null;
  const answer = await fetch(`${address}?${new URLSearchParams(keys.map((key) => ["key", key]))}`);
  const { pictures } = answer.ok ? await answer.json() : { pictures: [] };
  return new Map(pictures.map((picture) => [picture.key, picture]));
}
