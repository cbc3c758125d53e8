/** Lets the field for a search hide the events that lack one of its words. */
export function searchEvents(): void {
  const query = document.querySelector("#query");
  if (!(query instanceof HTMLInputElement)) return;
  query.addEventListener("input", () => search(query.value));
  // What somebody typed before the script was there, or came back to.
  search(query.value);
}

function search(text: string): void {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const events = [...document.querySelectorAll<HTMLElement>("[data-words]")];
  for (const event of events) {
    event.hidden = !words.every((word) => event.dataset.words?.includes(word));
  }
  for (const section of document.querySelectorAll<HTMLElement>("main section")) {
    section.hidden = !section.querySelector("[data-words]:not([hidden])");
  }
  const count = events.filter(({ hidden }) => !hidden).length;
  const found = document.querySelector("#found");
  if (found) found.textContent = count === 1 ? "1 event" : `${count} events`;
}
