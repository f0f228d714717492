import fc from "fast-check";
import "../../support/propertySeed";

/** Random Dockerfiles: lines made from what means something to a parser, in any order and with any line ending. */
export function dockerfileTexts(): fc.Arbitrary<string> {
  const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((pieces) => pieces.join(""));
  const instruction = fc
    .tuple(fc.constantFrom(...KEYWORDS), words)
    .map(([keyword, rest]) => `${keyword} ${rest}`);
  const line = fc.oneof({ weight: 4, arbitrary: instruction }, words, fc.constantFrom(...LINES));
  const ending = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");
  return fc
    .tuple(
      fc.array(
        fc.tuple(line, ending).map(([text, end]) => text + end),
        { maxLength: 14 },
      ),
      words,
    )
    .map(([lines, last]) => lines.join("") + last);
}

const KEYWORDS = [
  ..."FROM RUN COPY ADD ENV ARG LABEL EXPOSE CMD ENTRYPOINT HEALTHCHECK ONBUILD SHELL VOLUME WORKDIR USER from run".split(
    " ",
  ),
  "ONBUILD RUN",
  "ONBUILD COPY",
  "HEALTHCHECK CMD",
  "\tRUN",
];

const PIECES = [
  ..." |  |\t|\\|`|\"|'|$|${|}|:-|%%|/|//|#|=|[|]|,|<<|<<-|<|>|(|)|$(|;|&&|&|--|-|{|@|:".split("|"),
  ...'EOF "EOF" \'A\' <<EOF <<-EOF <<\'A\' 3<<B as AS build alpine scratch a b x=1 $x ${x} ${x:-y} ${y#a*} ["a","b"]'.split(
    " ",
  ),
  ..."--from=build --mount=type=bind,source=\"a b\" sh -c 'echo hi' if then fi sudo apt-get 80/tcp 1-2 \0 \ud800 \u00a0 é 😀".split(
    " ",
  ),
  "\\\n",
  "\\ \n",
  "\\\r\n",
  "`\n",
];

const LINES = [
  "",
  "   ",
  "# a comment",
  "  # indented",
  "# escape=`",
  "# syntax=docker/dockerfile:1",
  "EOF",
  "\tEOF",
  "A",
  "\uFEFF",
  "\\",
  'SHELL ["/bin/bash", "-c"]',
  "FROM alpine AS build",
  "FROM build",
  "FROM scratch",
  "ARG x=1",
  "ENV x=$x y=${x:-1}",
];
