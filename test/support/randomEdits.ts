import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { StdioClient } from "./stdioClient";

/** One thing that a person does to a text; the numbers are taken modulo its length. */
export type Edit =
  | { readonly does: "type"; readonly at: number; readonly text: string }
  | { readonly does: "delete"; readonly at: number; readonly length: number }
  | { readonly does: "move" | "copy"; readonly at: number; readonly length: number; readonly to: number }
  | { readonly does: "undo" }
  | { readonly does: "replace all" };

/** What changes the meaning of what stands around it. */
const fragments = [
  ...[
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\\\n",
    "`",
    "'",
    '"',
    "$",
    "${",
    "}",
    "#",
    "<<",
    "=",
    ",",
    "--",
    "[",
    "]",
  ],
  ...["\u0000", "\ufeff", "\ud800", "😀", "\u2028", "\n\n\n"],
  ...["FROM a AS b\n", "RUN <<EOF\n", "EOF\n", "COPY --from=b . .\n", "ARG A=$B", "ENV A=1 ", "ONBUILD "],
  ...["# escape=`\n", "# check=skip=all\n", "# hadolint ignore=DL3008\n", "# drydock ignore=sudo\n"],
  ...[
    "--mount=type=cache,target=/x ",
    '["a", "b"]',
    "${A:-${B}}",
    "apt-get install -y x",
    'SHELL ["bash"]\n',
  ],
];

/** Beyond the length of any text. */
export const place = fc.nat(100_000);

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("type" as const),
      at: place,
      text: fc.constantFrom(...fragments),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("delete" as const), at: place, length: fc.nat(40) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom("move" as const, "copy" as const),
      at: place,
      length: fc.nat(200),
      to: place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("undo" as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("replace all" as const) }) },
);

type Change = Parameters<StdioClient["change"]>[2];

/** Who edits a document: knows the text as the editor has it, and every earlier one. */
export interface Person {
  perform(edit: Edit): Change;
  text(): string;
  positionAt(place: number): { line: number; character: number };
}

export function newPerson(begin: string): Person {
  let document = TextDocument.create("file:///text", "dockerfile", 1, begin);
  const earlier: string[] = [];

  function update(change: Change[number]): Change[number] {
    document = TextDocument.update(document, [change], document.version + 1);
    return change;
  }

  function replace(from: number, to: number, text: string): Change[number] {
    return update({ range: { start: document.positionAt(from), end: document.positionAt(to) }, text });
  }

  function perform(edit: Edit): Change {
    const text = document.getText();
    const within = (at: number) => at % (document.getText().length + 1);
    if (edit.does === "undo") {
      const last = earlier.pop();
      return last === undefined ? [] : [replace(0, text.length, last)];
    }
    earlier.push(text);
    if (edit.does === "replace all") return [update({ text: earlier[0] ?? "" })];
    const at = within(edit.at);
    if (edit.does === "type") return [replace(at, at, edit.text)];
    const end = Math.min(text.length, at + edit.length);
    if (edit.does === "delete") return [replace(at, end, "")];
    const taken = edit.does === "move" ? [replace(at, end, "")] : [];
    const to = within(edit.to);
    return [...taken, replace(to, to, text.slice(at, end))];
  }

  return {
    perform,
    text: () => document.getText(),
    positionAt: (at) => document.positionAt(at % (document.getText().length + 1)),
  };
}
