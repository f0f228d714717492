import { closest, distance } from "fastest-levenshtein";
import { imageMaySet } from "../grammar/imageVariables";
import { predefinedArgument } from "../grammar/predefinedArguments";
import { keywordLike, lineAbove } from "../lint/lineEdits";
import type { Fix, Rule } from "../lint/rule";
import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import { oncePer } from "../model/oncePer";
import { pairs } from "../model/pairs";
import { stageOf } from "../model/stageOf";
import type { Stage } from "../model/stages";
import type { VariableDefinition, VariableUse } from "../model/variables";

export const undefinedVar: Rule = {
  id: "undefined-var",
  aliases: ["UndefinedVar"],
  severity: "warning",
  category: "instructions",
  summary: "A variable is used that nothing above it defines.",
  rationale:
    "The builder puts nothing in its place and goes on. Each stage has its own variables: an ARG above the first FROM must be repeated in the stage, and so must the builder's own, such as TARGETARCH. What images of unknown content may set is taken for defined, unless the name looks like a slip of the hand.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY . [|$APP_DIR|]\n" },
    { text: "FROM alpine:3.22\nARG APP_DIR=/app\nCOPY . $APP_DIR\nENV PATH=$PATH:/app A=${B:-c}\n" },
    {
      text: "ARG VERSION=1\nFROM me/app:1\nLABEL a=[|$VERSION|] b=[|${VERSION}|]\n",
      fixed: "ARG VERSION=1\nFROM me/app:1\nARG VERSION\nLABEL a=$VERSION b=${VERSION}\n",
    },
    {
      text: "FROM me/app:1\n  copy bin/[|${TARGETARCH}|] /app\n",
      fixed: "FROM me/app:1\n  arg TARGETARCH\n  copy bin/${TARGETARCH} /app\n",
    },
    {
      text: "FROM me/app:1\nARG VERSION=1\nLABEL version=[|$VERSOIN|]\n",
      fixed: "FROM me/app:1\nARG VERSION=1\nLABEL version=$VERSION\n",
    },
    { text: "FROM me/app:1\nWORKDIR [|$ROOT|]\nENV ROOT=/app\n" },
    {
      text: "FROM me/app:1 AS base\nENV ROOT=/app\nFROM base\nWORKDIR $ROOT\nFROM me/app:1\nCOPY $SOMETHING /\n",
    },
    { text: "FROM node:24\nLABEL node=$NODE_VERSION python=[|$PYTHON_VERSION|]\nENV A=1 B=$A\n" },
    {
      text: "FROM alpine:3.22\nCOPY <<EOF /start.sh\necho [|$NAME|]\nEOF\nCOPY <<'EOF' /start.sh\necho $NAME\nEOF\n",
    },
    { text: "FROM alpine:3.22\nONBUILD COPY $NAME /\nRUN echo $NAME\n" },
    { text: "ARG A=[|$B|]\nARG C=$A-$BUILDARCH\nFROM alpine:3.22\n" },
  ],

  check(dockerfile, report) {
    const firstUses = new Map<string, VariableUse>();
    for (const use of dockerfile.variableUses) {
      if (!isMissing(use)) continue;
      const stage = stageOf(dockerfile, use.instruction);
      const why = reason(use, stage, dockerfile);
      if (!why) continue;
      const key = `${stage?.index} ${use.name}`;
      const first = firstUses.get(key) ?? use;
      firstUses.set(key, first);
      report({ range: use.range, message: why.message, fix: why.fix?.(first) });
    }
  },
};

/** A form that says what to do without a value expects that there is none; FROM has a rule of its own. */
function isMissing({ definition, instruction, modifier, name, range }: VariableUse): boolean {
  if (definition || instruction.keyword === "FROM" || instruction.keyword === "ONBUILD") return false;
  if (modifier !== undefined && !/^(?:##?|%%?|\/\/?)$/.test(modifier)) return false;
  if (instruction.keyword !== "ENV") return true;
  // What another pair of the same ENV defines is a mistake of another kind.
  return !pairs(instruction).some(
    (pair) => pair.name === name && (pair.range.end.line < range.start.line || !holds(pair.range, range)),
  );
}

function holds(outer: VariableUse["range"], inner: VariableUse["range"]): boolean {
  const { start, end } = outer;
  const isAfter = inner.start.line > start.line || inner.start.character >= start.character;
  return (
    inner.start.line >= start.line &&
    isAfter &&
    (inner.end.line < end.line || inner.end.character <= end.character)
  );
}

interface Reason {
  readonly message: string;
  readonly fix?: (first: VariableUse) => Fix;
}

function reason(use: VariableUse, stage: Stage | undefined, dockerfile: Dockerfile): Reason | undefined {
  const { name, nameRange, instruction } = use;
  const predefined = predefinedArgument(name);
  if (!stage && predefined?.seenBy === "from") return undefined;
  const addArgument = ({ instruction: first }: VariableUse): Fix => ({
    title: `Add ARG ${name} to this stage`,
    edits: [lineAbove(first, `${keywordLike("ARG", first, dockerfile)} ${name}`, dockerfile)],
    unsafe: true,
  });
  if (predefined)
    return {
      message: `The builder gives ${name} to those that ask: write "ARG ${name}" above, in this stage.`,
      fix: addArgument,
    };
  const elsewhere = definitionsByName(dockerfile).get(name) ?? [];
  const isGlobal = elsewhere.some(
    (definition) => !definition.stage && definition.instruction !== instruction,
  );
  if (stage && isGlobal) {
    const message = `The ARG ${name} above the first FROM is not seen inside a stage. Repeat "ARG ${name}" here, below FROM.`;
    return { message, fix: addArgument };
  }
  const later = elsewhere.find(
    (definition) => definition.stage === stage && definition.instruction !== instruction,
  );
  if (later) {
    const line = later.nameRange.start.line + 1;
    return {
      message: `${name} is defined only further down, in line ${line}, so it is empty here. Move its definition up.`,
    };
  }
  const certain = isCertain(name, stage);
  const nearest = nearestName(name, stage, dockerfile);
  if (nearest !== undefined && (certain || isSlip(name, nearest))) {
    const edits = [{ range: nameRange, newText: nearest }];
    const fix: Fix = { title: `Change to ${nearest}`, edits, unsafe: true };
    return { message: `Nothing above defines ${name}. Did you mean ${nearest}?`, fix: () => fix };
  }
  if (!certain) return undefined;
  const isText = instruction.heredocs.some(({ bodyRange }) => holds(bodyRange, use.range));
  const advice = isText
    ? `To keep the text as it stands, quote the heredoc's word: <<"${instruction.heredocs[0]?.name}".`
    : `Add "ARG ${name}=…" or "ENV ${name}=…" above.`;
  return { message: `Nothing above defines ${name}, so it is empty here. ${advice}` };
}

const definitionsByName = oncePer(({ variableDefinitions }: Dockerfile) => {
  const byName = new Map<string, VariableDefinition[]>();
  for (const definition of variableDefinitions) {
    const known = byName.get(definition.name);
    if (known) known.push(definition);
    else byName.set(definition.name, [definition]);
  }
  return byName;
});

/** Whether the image that the stage is built on does not set it either. */
function isCertain(name: string, stage: Stage | undefined): boolean {
  if (!stage) return true;
  const { base } = [stage, ...ancestors(stage)].at(-1) ?? stage;
  if (base?.isScratch) return name !== "PATH";
  if (!base?.reference) return false;
  const { domain, path } = base.reference;
  return imageMaySet(domain ? `${domain}/${path}` : path, name) === false;
}

function nearestName(
  name: string,
  stage: Stage | undefined,
  { variableDefinitions }: Dockerfile,
): string | undefined {
  if (name.length < 3) return undefined;
  const seen = new Set(stage ? [stage, ...ancestors(stage)] : [undefined]);
  // A file with thousands of variables is made by a program, which does not misspell them.
  const names = variableDefinitions.slice(0, MOST).filter((definition) => seen.has(definition.stage));
  const nearest = closest(name, ["", ...names.map((definition) => definition.name)]);
  const isNear = distance(name, nearest) <= Math.max(1, Math.floor(name.length / 3));
  // `A1` and `A2` are two things.
  return isNear && name.replace(/\d+/g, "") !== nearest.replace(/\d+/g, "") ? nearest : undefined;
}

/** A letter too many, too few or wrong, or letters in the wrong order: surely the same word, even where others may exist. */
function isSlip(name: string, nearest: string): boolean {
  return distance(name, nearest) <= 1 || [...name].sort().join() === [...nearest].sort().join();
}

const MOST = 500;
