import { imageMaySet } from "../grammar/imageVariables";
import { predefinedArgument } from "../grammar/predefinedArguments";
import { keywordLike, lineAbove } from "../lint/lineEdits";
import { isSlip, nearestVariable } from "../lint/nearestVariable";
import type { Fix, Rule } from "../lint/rule";
import { definitionsByName } from "../model/definitionsBy";
import type { Dockerfile } from "../model/dockerfile";
import { rootStage } from "../model/rootStage";
import { setByAnotherPair } from "../model/setByAnotherPair";
import { stageOf } from "../model/stageOf";
import type { Stage } from "../model/stages";
import type { VariableUse } from "../model/variables";

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
    {
      text: "FROM me/app:1\nENV app_dir=/app\nWORKDIR [|$APP_DIR|]\n",
      fixed: "FROM me/app:1\nENV app_dir=/app\nWORKDIR $app_dir\n",
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
      report({
        range: use.range,
        message: why.message,
        fix: why.fix?.(first),
        // BuildKit does not look above the first FROM.
        ...(!stage && { aliases: [] }),
      });
    }
  },
};

/** A form that says what to do without a value expects that there is none; FROM has a rule of its own. */
function isMissing(use: VariableUse): boolean {
  const { definition, instruction, modifier } = use;
  if (definition || instruction.keyword === "FROM" || instruction.keyword === "ONBUILD") return false;
  if (modifier !== undefined && !/^(?:##?|%%?|\/\/?)$/.test(modifier)) return false;
  // That has a rule of its own as well.
  return !setByAnotherPair(use);
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
      message: `The builder sets ${name} only where it is declared: write "ARG ${name}" above, in this stage.`,
      fix: addArgument,
    };
  const elsewhere = definitionsByName(dockerfile, name);
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
  const certain = isCertain(name, stage, dockerfile);
  const nearest = nearestVariable(name, stage, dockerfile);
  if (nearest !== undefined && (certain || isSlip(name, nearest))) {
    const edits = [{ range: nameRange, newText: nearest }];
    const fix: Fix = { title: `Change to ${nearest}`, edits, unsafe: true };
    return { message: `Nothing above defines ${name}. Did you mean ${nearest}?`, fix: () => fix };
  }
  if (!certain) return undefined;
  const isText = instruction.heredocs.some(({ bodyRange }) => bodyRange.start.line <= use.range.start.line);
  const advice = isText
    ? `To keep the text as it is, quote the heredoc's word: <<"${instruction.heredocs[0]?.name}".`
    : `Add "ARG ${name}=…" or "ENV ${name}=…" above.`;
  return { message: `Nothing above defines ${name}, so it is empty here. ${advice}` };
}

/** Whether the image that the stage is built on does not set it either. */
function isCertain(name: string, stage: Stage | undefined, dockerfile: Dockerfile): boolean {
  const base = stage && rootStage(dockerfile, stage).base;
  // The builder gives a PATH to scratch as well.
  if (!stage || base?.isScratch) return name !== "PATH";
  if (!base?.reference) return false;
  const { domain, path } = base.reference;
  return imageMaySet(domain ? `${domain}/${path}` : path, name) === false;
}
