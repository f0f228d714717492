import fc from "fast-check";
import "../../../support/propertySeed";

/** Random Dockerfiles that make sense, laid out at random: what a formatter has to move, and what it has to leave alone. */
export function layoutTexts(): fc.Arbitrary<string> {
  const gap = fc.constantFrom(
    " ",
    " ",
    "  ",
    "\t",
    " \\\n",
    " \\\n  ",
    "\\\n    ",
    " \\ \n\t",
    " \\\n# note \n   ",
    " \\\n\n  ",
    "\\\n",
  );
  const command = fc
    .array(fc.tuple(fc.constantFrom(...SHELL_WORDS), gap), { minLength: 1, maxLength: 9 })
    .map((words) =>
      words
        .map(([word, blanks]) => word + blanks)
        .join("")
        .replace(/(?:\\[ ]?\n|\s|# note)+$/, ""),
    );
  const words = fc
    .array(fc.tuple(fc.constantFrom(...PLAIN_WORDS), gap), { minLength: 2, maxLength: 5 })
    .map((parts) =>
      parts
        .map(([word, blanks]) => word + blanks)
        .join("")
        .replace(/(?:\\[ ]?\n|\s|# note)+$/, ""),
    );
  const instruction = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...SCRIPTS), gap, command).map((parts) => parts.join("")),
    },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...PLAIN), gap, words).map((parts) => parts.join("")) },
    fc.constantFrom(...WHOLE),
  );
  const ending = fc.constantFrom("\n", "\n\n", " \n", "\n\n\n \n", "\n  ");
  return fc
    .tuple(fc.array(fc.tuple(instruction, ending), { maxLength: 7 }), fc.constantFrom("\n", "\r\n"))
    .map(([lines, lineBreak]) => lines.flat().join("").replaceAll("\n", lineBreak));
}

const SCRIPTS = [
  "RUN",
  "  RUN",
  "run",
  "RUN --mount=type=cache,target=/c",
  "CMD",
  "HEALTHCHECK  --interval=1s  cmd",
  "ONBUILD  RUN",
];

const PLAIN = [
  "COPY",
  "ADD --chown=1:1",
  "ENV",
  "LABEL",
  "EXPOSE",
  "VOLUME",
  "ARG",
  "onbuild env",
  "WORKDIR",
  "USER",
  "FROM",
];

const SHELL_WORDS = [
  ..."a|bc|-y|&&|;|\\||>|2>|/x|'q  r'|\"s \\\n t\"|'u \\\n  v'|$(w|)|\"$(x|y)\"|`z  z`|A=1|\\ |(|{|}|if|then|fi;|${b:-c  d}|#|\"|'|$((1 +|2))|fi".split(
    /(?<!\\)\|/,
  ),
].map((word) => word.replace("\\|", "|"));

const PLAIN_WORDS = [
  "a",
  "b=1",
  'c="d  e"',
  "f='g \\\n  h'",
  "/i",
  "80",
  "as",
  "$j",
  "k\\ l",
  '["m",',
  '"n"]',
  '"',
  "<<EOF",
];

const WHOLE = [
  "FROM a as b",
  'FROM a\nSHELL ["powershell", "-c"]',
  'FROM a\nSHELL ["/bin/bash", "-c"]',
  "# a comment ",
  "  # set in",
  "RUN <<EOF\n  a  \n\n\n b\nEOF",
  "COPY <<-A  <<B /c\n\tx \n\tA\n\n\n y\nB",
  'CMD [ "a",   "b" ]',
  'CMD [ \\\n  "a", \\\n    "b  c" \\\n]',
  "RUN if a; then \\\n b; \\\nfi",
  "RUN a \\",
  "# escape=`",
];
