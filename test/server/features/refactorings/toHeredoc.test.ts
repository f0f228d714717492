import { toHeredoc } from "../../../../server/src/features/refactorings/toHeredoc";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(toHeredoc);

offers("a list", "RUN [||]a && b | c\n", "RUN <<EOF\nset -e\na\nb | c\nEOF\n");
offers(
  "over lines, which stay as they are",
  "RUN [||]a \\\n    && b \\  \n        c \\\n\n        d \\\n    # why\n    && e\nUSER f\n",
  "RUN <<EOF\nset -e\na\nb \\\n    c \\\n    d\n# why\ne\nEOF\nUSER f\n",
);
offers("behind flags", "RUN --network=none [||]a && b\n", "RUN --network=none <<EOF\nset -e\na\nb\nEOF\n");
offers("with a word of its own", "RUN [||]a && EOF\n", "RUN <<SCRIPT\nset -e\na\nEOF\nSCRIPT\n");
offers(
  "with a syntax that has heredocs",
  "# syntax=docker/dockerfile:1\nRUN [||]a && b\n",
  "# syntax=docker/dockerfile:1\nRUN <<EOF\nset -e\na\nb\nEOF\n",
);

refuses("with a syntax that has none", "# syntax=docker/dockerfile:1.2\nRUN [||]a && b\n");
refuses("a single command", "RUN [||]a\n");
refuses("a choice", "RUN [||]a && b || c\n");
refuses("a command that may fail", "RUN [||]a && ! b\n");
refuses("a loop, in which set -e stops", "RUN [||]a && for x in 1 2; do b; done\n");
refuses("a command with a comment in it", "RUN [||]a && b \\\n  # why\n  c\n");
refuses("a word over two lines", "RUN [||]a && b 'c \\\n  d'\n");
refuses(
  "another escape character over lines",
  '# escape=`\nFROM a\nSHELL ["sh", "-c"]\nRUN [||]a && b `\n  c\n',
);
refuses("another shell", 'FROM a\nSHELL ["pwsh"]\nRUN [||]a && b\n');
refuses("a heredoc", "RUN [||]<<A\na && b\nA\n");
