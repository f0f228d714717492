import { hasSignOfSecret, isSecretFile, isSecretName, secretForms } from "../grammar/secretNames";
import type { Problem, Report, Rule } from "../lint/rule";
import { commandLine } from "../model/commandLine";
import { copyOf } from "../model/copyOf";
import { heredocText } from "../model/heredocText";
import type { LogicalText } from "../model/logicalText";
import { pairs } from "../model/pairs";
import type { ShellCommand, ShellWord } from "../model/shell";
import { shellScripts } from "../model/shellScripts";

export const secretInRunOrCopy: Rule = {
  id: "secret-in-run-or-copy",
  aliases: [],
  severity: "warning",
  category: "security",
  summary: "A password, a token or a private key is written into the image.",
  rationale:
    "Each instruction's text stands in the image's history, and each file that was ever copied stays in a layer, even when a later RUN deletes it. Lend secrets to the RUN that needs them with `--mount=type=secret`, keys for Git with `--mount=type=ssh`, and give the container its own when it starts.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY [|id_rsa|] /root/.ssh/id_rsa\n" },
    { text: "FROM alpine:3.22\nCOPY id_rsa.pub /root/.ssh/authorized_keys\n" },
    { text: "FROM alpine:3.22\nRUN git clone https://ada:[|hunter2|]@example.com/repo.git\n" },
    {
      text: "FROM alpine:3.22\nRUN git clone https://ada:$TOKEN@example.com/repo.git https://$TOKEN:x-oauth-basic@example.com/b.git\nRUN git clone https://git@github.com/me/app && curl -u ada:$PASSWORD a.com\nADD git@github.com:me/app.git /app\nRUN curl http://a.com:80/@x\n",
    },
    { text: 'FROM alpine:3.22\nRUN ["curl", "-u", "ada:[|hunter2|]", "https://example.com"]\n' },
    {
      text: "FROM alpine:3.22\nRUN helper --password [|hunter2|] && sshpass -p[|hunter2|] ssh ada@example.com\n",
    },
    {
      text: "FROM alpine:3.22\nRUN curl -H '[|Authorization: Bearer abcdef0123456789abcdef|]' https://example.com && curl -H \"Authorization: Bearer $TOKEN\" https://example.com\n",
    },
    { text: "FROM alpine:3.22\nRUN adduser --disabled-password ada && gpg --passphrase '' --gen-key\n" },
    { text: "FROM alpine:3.22\nENV REMOTE=[|AKIAABCDEFGHIJKLMNOP|]\nONBUILD COPY a [|.netrc|] ./\n" },
    {
      text: "FROM alpine:3.22\nCOPY <<EOF /key\n[|-----BEGIN RSA PRIVATE KEY-----|]\nEOF\nRUN <<EOF\ncurl --user ada:[|hunter2|] a.com\nEOF\n",
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    const { keyword } = instruction;
    // Its trigger is asked about by itself.
    if (keyword === "ONBUILD") return;
    const copy = copyOf(instruction);
    for (const { kind, value, range } of copy?.sources ?? [])
      if (kind === "path" && isSecretFile(value)) report(copied(value, range));
    const isNamed =
      (keyword === "ENV" || keyword === "ARG") && pairs(instruction).some(({ name }) => isSecretName(name));
    // What a variable of such a name holds has a finding already.
    if (!isNamed)
      for (const text of [instruction.argument, ...instruction.heredocs.map(heredocText)])
        checkText(text, report);
    for (const { commands } of shellScripts(instruction, shell))
      for (const command of commands) checkCommand(command, report);
  },
};

function copied(path: string, range: Problem["range"]): Problem {
  return {
    range,
    message: `"${path}" looks like a file of secrets, and everyone who has the image could read it. Mount it only in the RUN that needs it: --mount=type=secret${/ssh|id_/.test(path) ? " or --mount=type=ssh" : ""}.`,
  };
}

function checkText(logical: LogicalText, report: Report): void {
  const { text } = logical;
  for (const { form, what } of hasSignOfSecret(text) ? secretForms : []) {
    const found = form.exec(text);
    if (found) report(written(logical.rangeOf(found.index, found.index + found[0].length), what));
  }
  if (!text.includes("://")) return;
  for (const { index, 0: whole, groups } of text.matchAll(passwordInUrl)) {
    const password = groups?.["password"] ?? "";
    if (
      /[$%{]|^[x*.]+$|^x-oauth-basic$/i.test(password) ||
      secretForms.some(({ form }) => form.test(password))
    )
      continue;
    const start = index + whole.length - 1 - password.length;
    report(written(logical.rangeOf(start, start + password.length), "a password"));
  }
}

const passwordInUrl = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@'"<>]{0,100}:(?<password>[^\s/@'"<>]{1,200})@/gi;

/** Options of any program whose value is a secret, and those that mean one with these programs alone. */
const secretOptions = new Set([
  "--password",
  "--http-password",
  "--token",
  "--auth-token",
  "--access-token",
  "--api-key",
  "--passphrase",
]);
const secretOptionsOf: Readonly<Record<string, readonly string[]>> = {
  curl: ["-u", "--user"],
  sshpass: ["-p"],
};

function checkCommand(command: ShellCommand, report: Report): void {
  const own =
    (Object.hasOwn(secretOptionsOf, command.name ?? "") && secretOptionsOf[command.name ?? ""]) || [];
  if (own.length === 0 && !command.words.some(({ text }) => text.startsWith("--"))) return;
  const { options } = commandLine(command, { optionsWithValue: new Set([...secretOptions, ...own]) });
  for (const { name, value, valueWord } of options) {
    if (!value || !valueWord || (!secretOptions.has(name) && !own.includes(name))) continue;
    const isUser = name === "-u" || name === "--user";
    const secret = isUser ? value.replace(/^[^:]*:?/, "") : value;
    if (secret === "" || value.startsWith("-") || secretForms.some(({ form }) => form.test(secret))) continue;
    report(written(endOf(valueWord, secret), "a password or token"));
  }
}

/** Of `--password=x` the value alone, where the word stands as it is meant: without escapes or line breaks in it. */
function endOf({ text, range }: ShellWord, value: string): Problem["range"] {
  const { start, end } = range;
  const isPlain = start.line === end.line && end.character - start.character === text.length;
  if (!isPlain || !text.endsWith(value)) return range;
  return { start: { line: end.line, character: end.character - value.length }, end };
}

function written(range: Problem["range"], what: string): Problem {
  return {
    range,
    message: `This looks like ${what}, and it stays readable in the image's history. Replace it, since it is no longer secret, and pass the new one to a RUN with --mount=type=secret.`,
  };
}
