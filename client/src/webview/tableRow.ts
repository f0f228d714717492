import { humanAge } from "../views/humanAge";
import { humanSize } from "../views/humanSize";
import type { ImageTableRow } from "../views/imageTable";

/** A row of the page: its element, and the box that chooses it. */
export interface RowElement {
  readonly element: HTMLTableRowElement;
  readonly box: HTMLInputElement;
}

/** Makes a row. Names come from anywhere, so all of them are text and none is markup. */
export function rowElement(row: ImageTableRow, now: number): RowElement {
  const element = document.createElement("tr");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.tabIndex = -1;
  box.setAttribute("aria-label", `Select ${row.repository === "" ? row.id : `${row.repository}:${row.tag}`}`);
  const choice = cell("td", "choice");
  choice.append(box);
  element.append(
    choice,
    named("th", row.repository),
    named("td", row.tag),
    cell("td", "id", row.id),
    cell("td", "", humanAge(row.created, now)),
    cell("td", "number", humanSize(row.size)),
    bytes(row.shared),
    bytes(row.unique),
    cell("td", "number usage", row.containers === 0 ? "none" : String(row.containers)),
  );
  element.firstElementChild?.nextElementSibling?.setAttribute("scope", "row");
  element.dataset["key"] = row.key;
  return { element, box };
}

/** As docker writes what has no name. */
function named(kind: "th" | "td", text: string): HTMLElement {
  return text === "" ? cell(kind, "missing", "<none>") : cell(kind, "", text);
}

function bytes(count: number | undefined): HTMLElement {
  return count === undefined
    ? cell("td", "number usage missing", "unknown")
    : cell("td", "number usage", humanSize(count));
}

function cell(kind: "th" | "td", classes: string, text = ""): HTMLElement {
  const element = document.createElement(kind);
  element.className = classes;
  element.textContent = text;
  // What is cut off can still be read.
  if (text !== "") element.title = text;
  return element;
}
