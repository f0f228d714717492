import type { Rule } from "../lint/rule";
import { heldFrom } from "../model/heldFrom";
import type { Instruction } from "../model/instruction";
import { once } from "../model/once";
import { oncePer } from "../model/oncePer";
import type { PackageCommand } from "../model/packageCommands";
import { runsCalling } from "../model/runsCalling";
import type { ShellWord } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { unpinnedPackages } from "../model/unpinnedPackages";

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
    const hasFiles = once(() => heldFrom(dockerfile, bringsFiles));
    for (const instruction of runsCalling(dockerfile, "go")) {
      const shell = shellOf(dockerfile, instruction);
      for (const { word, name, call } of unpinnedPackages(instruction, shell, "go", named)) {
        const [path, version] = name.split("@");
        // Without a version, what a module's go.mod says counts; `go get` alone changes it.
        if (version === undefined && call.action !== "get" && hasFiles()(instruction)) continue;
        report({
          range: word.range,
          message: `"${name}" has no version, so each build may install another one. Write ${path}@<version>.`,
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

/** Whether it brings files into the stage, so that there may be a go.mod. */
const bringsFiles = oncePer(({ keyword, flags, argument }: Instruction): boolean => {
  // A trigger runs in a build of somebody else's files.
  if (keyword === "COPY" || keyword === "ADD" || keyword === "ONBUILD") return true;
  if (keyword !== "RUN") return false;
  return (
    flags.some(({ name }) => name === "mount") ||
    /\bgit\b|\bgo mod\b|\bcurl\b|\bwget\b|<</.test(argument.text)
  );
});
