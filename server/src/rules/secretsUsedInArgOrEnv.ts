import { isSecretName } from "../grammar/secretNames";
import { wholeLines } from "../lint/lineEdits";
import type { Fix, Rule } from "../lint/rule";
import { definitionsByName } from "../model/definitionsBy";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { mountsOf } from "../model/mounts";
import { oncePer } from "../model/oncePer";
import { type Pair, pairs } from "../model/pairs";
import { picked } from "../model/sections";
import { shellVariableNames } from "../model/shellVariableNames";
import { stageOf } from "../model/stageOf";

export const secretsUsedInArgOrEnv: Rule = {
  id: "secrets-used-in-arg-or-env",
  aliases: ["SecretsUsedInArgOrEnv", "DL3064"],
  severity: "warning",
  category: "security",
  summary: "A secret is passed by ARG or ENV, so everyone who has the image can read it.",
  rationale:
    "Values of ENV are part of the image, and those of ARG stand in its history: `docker history` and `docker inspect` show them. A secret mount lends a secret to one RUN and leaves nothing behind. What the program needs when it runs is given to the container, with `docker run --env-file`.",
  examples: [
    { text: "FROM node:24\nENV [|API_KEY|]=abc123\n" },
    { text: "FROM node:24\nENV PUBLIC_KEY=abc API_KEY_FILE=/run/secrets/key KEYBOARD=us AUTH=false\n" },
    {
      text: "FROM node:24\nARG [|NPM_TOKEN|]\nRUN npm config set token $NPM_TOKEN\n",
      fixed:
        "FROM node:24\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm config set token $NPM_TOKEN\n",
    },
    {
      text: "ARG TOKEN\nFROM node:24\nARG [|TOKEN|]\nENV SSH_AUTH_SOCK=/agent TOKEN_VERSION=a FILE_TOKEN=a PUBLIC_API_KEY=a\n",
    },
    {
      text: "FROM node:24\nARG VERSION=1 [|DB_PASSWORD|]=${VERSION}\nENV [|TOKEN|] hunter 2\nENV PASSWORD=\nARG [|PASSWORD|]=\n",
    },
    {
      text: 'FROM node:24\nARG [|TOKEN|]\nRUN echo hello\nRUN --network=none echo "${TOKEN}" \\\n  && true\n',
      fixed:
        'FROM node:24\nRUN echo hello\nRUN --mount=type=secret,id=TOKEN,env=TOKEN --network=none echo "${TOKEN}" \\\n  && true\n',
    },
    { text: "FROM node:24\nENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305\nONBUILD ARG [|TOKEN|]\n" },
  ],

  check(dockerfile, report) {
    for (const outer of namingSecret(dockerfile)) {
      const instruction = outer.trigger ?? outer;
      const { keyword } = instruction;
      if (keyword !== "ARG" && keyword !== "ENV") continue;
      const isGlobal = stageOf(dockerfile, outer) === undefined;
      for (const pair of pairs(instruction)) {
        if (!isSecretName(pair.name) || isHarmless(pair, keyword)) continue;
        // It is the stage's own ARG of this name that puts the value into the image's history.
        if (isGlobal && isAskedForInStage(dockerfile, pair.name)) continue;
        const fix =
          keyword === "ARG" && instruction === outer ? secretMount(pair, outer, dockerfile) : undefined;
        report({
          range: pair.nameRange,
          message: messageFor(pair.name, keyword),
          aliases: aliasesFor(pair.name, isGlobal || instruction !== outer),
          ...(fix && { fix }),
        });
      }
    }
  },
};

const namingSecret = picked((atZero) => {
  const instruction = atZero.trigger ?? atZero;
  const isSet = instruction.keyword === "ARG" || instruction.keyword === "ENV";
  return isSet && pairs(instruction).some(({ name }) => isSecretName(name));
});

/** BuildKit looks at what its stages do, hadolint at every line, but for fewer words. */
function aliasesFor(name: string, isElsewhere: boolean): readonly string[] {
  return [
    ...(isElsewhere ? [] : ["SecretsUsedInArgOrEnv"]),
    ...(/api_key|client_key|password|private|secret|token/i.test(name) ? ["DL3064"] : []),
  ];
}

function isAskedForInStage(dockerfile: Dockerfile, name: string): boolean {
  return definitionsByName(dockerfile, name).some(({ stage }) => stage !== undefined);
}

/** A switch, a number and a key's fingerprint are no secrets, and an empty ENV waits for the container's. */
function isHarmless({ name, value, separator }: Pair, keyword: "ARG" | "ENV"): boolean {
  // An ARG is there to be given with the build, whatever its default.
  if (value === undefined || value === "") return keyword === "ENV" && separator !== "none";
  if (/^(?:true|false|yes|no|on|off|none|disabled|enabled|\d{1,5})$/i.test(value)) return true;
  return /gpg|pgp|release/i.test(name) && /^(?:0x)?[0-9A-F\s]{8,}$/i.test(value);
}

function messageFor(name: string, keyword: string): string {
  return keyword === "ARG"
    ? `The value of ${name} can be read in the image's history. Take a secret mount: RUN --mount=type=secret,id=${name},env=${name} … with "docker build --secret id=${name}".`
    : `The value of ${name} is part of the image, and everyone who has the image can read it. Leave it out, and give it to the container: docker run -e ${name}=….`;
}

/** For an ARG that nothing but RUN uses: lends the secret to those, and takes the ARG away. */
function secretMount({ name }: Pair, argument: Instruction, dockerfile: Dockerfile): Fix | undefined {
  const stage = stageOf(dockerfile, argument);
  if (!stage || pairs(argument).length > 1 || expandedNames(dockerfile).has(name)) return undefined;
  const users = (usersOf(dockerfile).get(`${stage.index} ${name}`) ?? []).filter(
    ({ firstLine }) => firstLine > argument.firstLine,
  );
  const isGiven = users.some((run) => mountsOf(run).some(({ type }) => type === "secret"));
  if (users.length === 0 || isGiven || users.some(({ keyword }) => keyword !== "RUN")) return undefined;
  const mounts = users.map(({ keywordRange: { end } }) => ({
    range: { start: end, end },
    newText: ` --mount=type=secret,id=${name},env=${name}`,
  }));
  return {
    title: "Take a secret mount",
    edits: [{ range: wholeLines(argument, dockerfile), newText: "" }, ...mounts],
    unsafe: true,
  };
}

/** What the builder itself expands somewhere. */
const expandedNames = oncePer(
  ({ variableUses }: Dockerfile): ReadonlySet<string> => new Set(variableUses.map(({ name }) => name)),
);

/** The instructions whose commands name a variable, by stage and name. */
const usersOf = oncePer((dockerfile: Dockerfile): ReadonlyMap<string, readonly Instruction[]> => {
  const users = new Map<string, Instruction[]>();
  for (const { index, instructions } of dockerfile.stages) {
    for (const instruction of instructions) {
      for (const name of shellVariableNames(instruction, dockerfile)) {
        const key = `${index} ${name}`;
        const known = users.get(key);
        if (known) known.push(instruction);
        else users.set(key, [instruction]);
      }
    }
  }
  return users;
});
