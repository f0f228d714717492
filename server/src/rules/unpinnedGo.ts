import type { Rule } from "../lint/rule";
import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import type { PackageCommand } from "../model/packageCommands";
import type { ShellWord } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { stageOf } from "../model/stageOf";
import { unpinnedPackages } from "../model/unpinnedPackages";
import { withTriggers } from "../model/withTriggers";

export const unpinnedGo: Rule = {
  id: "unpinned-go",
  aliases: ["DL3062"],
  severity: "warning",
  category: "packages",
  summary: "`go` fetches a package without a version.",
  rationale:
    "The build takes the newest release of that day, so the same Dockerfile may give another program tomorrow. Write `path@version`. Names such as `latest` and `main` move, so they are no versions.",
  examples: [
    { text: "FROM golang:1.24\nRUN go install [|example.com/tool@latest|]\n" },
    { text: "FROM golang:1.24\nRUN go install example.com/tool@v1.2.3\n" },
    {
      text: "FROM golang:1.24\nRUN go get -u [|example.com/a/b|] && go run [|example.com/tool@main|] --help\n",
    },
    {
      text: 'FROM golang:1.24\nRUN go install [|example.com/tool|] && go -C /src install -tags x "example.com/c@$V" example.com/$TOOL\n',
    },
    {
      text: "FROM golang:1.24\nCOPY . .\nRUN go install example.com/own/cmd && go install ./... && go get -d -v ./... && go run main.go\n",
    },
    {
      text: "FROM golang:1.24\nRUN --mount=type=bind,target=. go install example.com/own/cmd && go install std cmd/vet\n",
    },
    {
      text: "FROM golang:1.24\nONBUILD RUN go install example.com/own\nONBUILD RUN go get [|example.com/a|]\n",
    },
    {
      text: 'FROM golang:1.24\nRUN ["go", "install", "[|example.com/a@master|]"]\nRUN go build example.com/a && go mod download\n',
    },
  ],

  check(dockerfile, report) {
    for (const instruction of withTriggers(dockerfile.instructions)) {
      const shell = shellOf(dockerfile, instruction);
      for (const { word, name, call } of unpinnedPackages(instruction, shell, "go", named)) {
        const [path, version] = name.split("@");
        // Without a version, what a module's go.mod says counts; `go get` alone changes it.
        if (version === undefined && call.action !== "get" && mayHaveModule(dockerfile, instruction))
          continue;
        report({
          range: word.range,
          message: `"${name}" comes in the newest version of that day. Write ${path}@<version>.`,
        });
      }
    }
  },
};

function named({ action, operands }: PackageCommand): readonly ShellWord[] {
  if (action === "install" || action === "get") return operands;
  // The words behind the first are for the program.
  return action === "run" ? operands.slice(0, 1) : [];
}

/** Whether files came into the stage before, so that there may be a go.mod. */
function mayHaveModule(dockerfile: Dockerfile, instruction: Instruction): boolean {
  const stage = stageOf(dockerfile, instruction);
  if (stage === undefined || !stage.instructions.includes(instruction)) return true;
  const above = stage.instructions.filter(({ firstLine }) => firstLine < instruction.firstLine);
  const inherited = [...ancestors(stage)].flatMap(({ instructions }) => instructions);
  return [...above, ...inherited, instruction].some(
    ({ keyword, flags, argument }) =>
      keyword === "COPY" ||
      keyword === "ADD" ||
      flags.some(({ name }) => name === "mount") ||
      (keyword === "RUN" && /\bgit\b|\bgo mod\b|\bcurl\b|\bwget\b|<</.test(argument.text)),
  );
}
