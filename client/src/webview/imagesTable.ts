import { humanSize } from "../views/humanSize";
import {
  filteredRows,
  type ImageTableRow,
  sortedRows,
  type TableAction,
  type TableColumn,
  type TableContent,
  type TableOrder,
} from "../views/imageTable";
import { drawAsSeen } from "./drawAsSeen";
import { editor } from "./editorApi";
import { moveByKey } from "./moveByKey";
import { type RowElement, rowElement } from "./tableRow";

const filter = part("filter", HTMLInputElement);
const usage = part("usage", HTMLInputElement);
const all = part("all", HTMLInputElement);
const status = part("status", HTMLElement);
const nothing = part("nothing", HTMLElement);
const table = part("images", HTMLTableElement);
const drawn = drawAsSeen(table);
const headings = [...table.querySelectorAll<HTMLTableCellElement>("th[data-column]")];
const buttons = [...document.querySelectorAll<HTMLButtonElement>("button[data-action]")];

const stored = editor.getState();
let order: TableOrder = stored?.order ?? { column: "repository", direction: "ascending" };
let selected = new Set(stored?.selected ?? []);
let rows: readonly ImageTableRow[] | undefined;
let shown: readonly ImageTableRow[] = [];
let elements = new Map<string, RowElement & { readonly text: string }>();
filter.value = stored?.filter ?? "";
usage.checked = stored?.usage === "shown";

/** Puts the rows that the filter lets through in order. Elements of rows that are as they were stay. */
function draw(): void {
  if (!rows) return;
  shown = sortedRows(filteredRows(rows, filter.value), order);
  const focused = document.activeElement?.closest<HTMLElement>("tr[data-key]")?.dataset["key"];
  drawn.show(shown.flatMap(({ key }) => elements.get(key)?.element ?? []));
  for (const heading of headings) {
    if (heading.dataset["column"] === order.column) heading.setAttribute("aria-sort", order.direction);
    else heading.removeAttribute("aria-sort");
  }
  table.classList.toggle("with-usage", usage.checked);
  nothing.hidden = shown.length > 0;
  nothing.textContent =
    rows.length === 0 ? "There are no images on this engine." : "No image matches the filter.";
  keepReachable(focused);
  tellSelection();
}

/** One box can be reached by Tab, the others by arrow keys. The focus stays on its row. */
function keepReachable(focused: string | undefined): void {
  const rowsShown = shown.flatMap(({ key }) => elements.get(key) ?? []);
  for (const { box } of rowsShown) box.tabIndex = -1;
  const target = elements.get(focused ?? "");
  const reachable = target && rowsShown.includes(target) ? target : rowsShown[0];
  if (reachable) reachable.box.tabIndex = 0;
  if (!reachable || reachable !== target) return;
  drawn.reach(reachable.element);
  reachable.box.focus();
}

function tellSelection(): void {
  const chosen = shown.filter(({ key }) => selected.has(key));
  for (const { key } of shown) {
    const element = elements.get(key);
    if (!element) continue;
    element.box.checked = selected.has(key);
    element.element.classList.toggle("selected", selected.has(key));
  }
  all.checked = chosen.length > 0 && chosen.length === shown.length;
  all.indeterminate = chosen.length > 0 && chosen.length < shown.length;
  for (const button of buttons) button.disabled = chosen.length === 0;
  // An image under several names is there once.
  const bytes = new Map(chosen.map(({ id, size }) => [id, size]));
  const sum = [...bytes.values()].reduce((total, size) => total + size, 0);
  const counts =
    shown.length === rows?.length ? `${shown.length} rows` : `${shown.length} of ${rows?.length ?? 0} rows`;
  status.textContent =
    chosen.length === 0 ? counts : `${counts}, ${chosen.length} selected with ${humanSize(sum)}`;
  editor.setState({
    order,
    filter: filter.value,
    usage: usage.checked ? "shown" : "hidden",
    selected: [...selected],
  });
}

function take(content: TableContent): void {
  const now = Date.now();
  const next = new Map<string, RowElement & { readonly text: string }>();
  for (const row of content.rows) {
    const text = JSON.stringify(row);
    const known = elements.get(row.key);
    next.set(row.key, known?.text === text ? known : { ...rowElement(row, now), text });
  }
  elements = next;
  rows = content.rows;
  selected = new Set([...selected].filter((key) => next.has(key)));
  draw();
}

/** Only rows that are seen are acted on: what the filter hides was chosen before, and may be forgotten. */
function run(action: TableAction): void {
  const keys = shown.filter(({ key }) => selected.has(key)).map(({ key }) => key);
  if (keys.length > 0) editor.postMessage({ type: "run", action, keys });
}

function keyOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("tr[data-key]")?.dataset["key"] : undefined;
}

let anchor: string | undefined;

function choose(key: string, how: "chosen" | "left", reach: "one" | "from anchor"): void {
  const keys = shown.map((row) => row.key);
  const from = reach === "from anchor" && anchor !== undefined ? keys.indexOf(anchor) : -1;
  const to = keys.indexOf(key);
  const range = from === -1 ? [key] : keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const each of range) {
    if (how === "chosen") selected.add(each);
    else selected.delete(each);
  }
  if (reach === "one") anchor = key;
  tellSelection();
}

table.addEventListener("click", (event) => {
  const key = keyOf(event.target);
  if (key === undefined) return;
  const isBox = event.target instanceof HTMLInputElement;
  const box = elements.get(key)?.box;
  if (!box) return;
  const wanted = isBox ? box.checked : !box.checked;
  choose(key, wanted ? "chosen" : "left", event.shiftKey ? "from anchor" : "one");
});

table.addEventListener("keydown", (event) => {
  const key = keyOf(event.target);
  if (key === undefined) return;
  if (event.key === "Delete" || (event.key === "Backspace" && event.metaKey)) return run("remove");
  if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    for (const row of shown) selected.add(row.key);
    return tellSelection();
  }
  const moved = moveByKey(event.key, {
    from: shown.findIndex((row) => row.key === key),
    count: shown.length,
  });
  const target = moved === undefined ? undefined : shown[moved];
  if (!target) return;
  event.preventDefault();
  if (event.shiftKey) {
    anchor ??= key;
    choose(target.key, "chosen", "from anchor");
  }
  keepReachable(target.key);
});

for (const heading of headings) {
  heading.querySelector("button")?.addEventListener("click", () => {
    const column = heading.dataset["column"] as TableColumn;
    const again = order.column === column && order.direction === "ascending";
    order = { column, direction: again ? "descending" : "ascending" };
    draw();
  });
}
for (const button of buttons) {
  button.addEventListener("click", () => run(button.dataset["action"] as TableAction));
}
filter.addEventListener("input", draw);
usage.addEventListener("change", draw);
all.addEventListener("change", () => {
  for (const { key } of shown) {
    if (all.checked) selected.add(key);
    else selected.delete(key);
  }
  tellSelection();
});
window.addEventListener("message", ({ data }: MessageEvent<TableContent>) => {
  if (data.type === "rows") take(data);
});
editor.postMessage({ type: "ready" });

/** The page is Drydock's own, so what is missing from it is a mistake in it. */
function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${id}.`);
}
