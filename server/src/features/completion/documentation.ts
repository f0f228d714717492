import { directive } from "../../grammar/directives";
import { flagOf } from "../../grammar/flags";
import { instructionEntry } from "../../grammar/instructions";
import { mountKey } from "../../grammar/mountKeys";
import { mountTypeEntry } from "../../grammar/mounts";
import { directiveProse } from "../prose/directiveProse";
import { flagProse } from "../prose/flagProse";
import { instructionProse } from "../prose/instructionProse";
import { mountKeyProse, mountTypeProse } from "../prose/mountProse";
import { snippetProse } from "../prose/snippetProse";
import type { DocumentationKey } from "./proposal";

/** The prose that a key names; undefined for one that names none. A client sends back what it likes. */
export function documentationOf(key: DocumentationKey): string | undefined {
  switch (key.of) {
    case "instruction":
      return given(instructionEntry(String(key.keyword)), instructionProse);
    case "snippet": {
      const snippets = instructionEntry(String(key.keyword))?.snippets;
      return given(
        snippets?.find(({ title }) => title === key.title),
        snippetProse,
      );
    }
    case "flag":
      return given(flagOf(String(key.keyword), key.name), (flag) => flagProse(key.keyword, flag));
    case "mountKey":
      return given(mountKey(String(key.name)), mountKeyProse);
    case "mountType":
      return given(mountTypeEntry(String(key.name)), mountTypeProse);
    case "directive":
      return given(directive(String(key.name)), directiveProse);
    default:
      return undefined;
  }
}

function given<Entry>(entry: Entry | undefined, prose: (entry: Entry) => string): string | undefined {
  return entry && prose(entry);
}
