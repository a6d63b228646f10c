// Adds to pages that are complete without it: a box that filters the rows of a long table as one types.

const foldedText = (text: string): string =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

function filterRows(table: HTMLTableElement, words: string[]): number {
  let shown = 0;
  for (const body of table.tBodies) {
    let inGroup = 0;
    for (const row of body.rows) {
      if (row.querySelector("th[scope=rowgroup]")) continue;
      const text = foldedText(row.textContent ?? "");
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) inGroup += 1;
    }
    body.hidden = inGroup === 0;
    shown += inGroup;
  }
  return shown;
}

function addSearch(table: HTMLTableElement): void {
  const form = document.querySelector<HTMLFormElement>("main form.qd-filters");
  const note = document.querySelector<HTMLElement>("[data-shown]");
  if (!form || !note) return;
  const all = note.textContent ?? "";
  const box = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "search";
  input.id = "f-find";
  input.autocomplete = "off";
  label.htmlFor = input.id;
  label.textContent = "Find in this list";
  box.append(label, input);
  form.prepend(box);
  note.setAttribute("role", "status");
  input.addEventListener("input", () => {
    const words = foldedText(input.value).split(/\s+/).filter(Boolean);
    const shown = filterRows(table, words);
    note.textContent = words.length === 0 ? all : `${shown} of these rows match “${input.value.trim()}”`;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // nothing to send: the rows are filtered already
  });
}

for (const table of document.querySelectorAll<HTMLTableElement>("table[data-filterable]")) addSearch(table);
