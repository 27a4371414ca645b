// What the story is about, as the form stands, saved or not: the panel offers the claims of these.

const chosen = (name) => [...(document.querySelector(`#id_${name}`)?.selectedOptions || [])].map((one) => one.value);

export function topicQuery() {
  const query = new URLSearchParams();
  for (const show of chosen("shows")) query.append("show", show);
  for (const season of chosen("seasons")) query.append("season", season);
  return query;
}
