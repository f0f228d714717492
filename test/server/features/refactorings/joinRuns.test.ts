import { joinRuns } from "../../../../server/src/features/refactorings/joinRuns";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(joinRuns);

offers("with the RUN below", "RUN [||]a\nRUN b\nRUN c\n", "RUN a \\\n    && b\nRUN c\n");
offers("all that are selected", "RUN [|a\nRUN b|]\nRUN c && d\n", "RUN a \\\n    && b\nRUN c && d\n");
offers("as the author goes on with &&", "run [||]a \\\n && b  \nrun c\n", "run a \\\n && b \\\n && c\n");
offers("as the author ends with &&", "RUN [||]a && \\\n  b\nRUN c\n", "RUN a && \\\n  b && \\\n  c\n");
offers(
  "comments between stay, blank lines go",
  "RUN [||]a\n\n# why\nRUN b \\\n    c\n",
  "RUN a \\\n# why\n    && b \\\n    c\n",
);
offers(
  "with flags of their own",
  "RUN --network=none [||]a\nRUN --network=none b\n",
  "RUN --network=none a \\\n    && b\n",
);
offers(
  "with the backtick",
  '# escape=`\nFROM a\nSHELL ["sh", "-c"]\nRUN [||]a\nRUN b\n',
  '# escape=`\nFROM a\nSHELL ["sh", "-c"]\nRUN a `\n    && b\n',
);
offers("in CRLF", "RUN [||]a\r\nRUN b\r\n", "RUN a \\\r\n    && b\r\n");
offers("behind a choice, which && goes on from", "RUN [||]a || b\nRUN c\n", "RUN a || b \\\n    && c\n");
offers("the last may change its shell", "RUN [||]a\nRUN cd /b && c\n", "RUN a \\\n    && cd /b && c\n");

refuses("where the first changes the shell's folder", "RUN [||]cd /a && b\nRUN c\n");
refuses("where the first sets a variable", "RUN [||]a=1\nRUN echo $a\n");
refuses("where the first sets an option", "RUN [||]set -e; a\nRUN b\n");
refuses("where the first goes on in the background", "RUN [||]a &\nRUN b\n");
refuses("where a comment would swallow the second", "RUN [||]a # note\nRUN b\n");
refuses("where the second is a choice", "RUN [||]a\nRUN b || c\n");
refuses("where the second is a list", "RUN [||]a\nRUN b; c\n");
refuses("with other flags", "RUN [||]a\nRUN --network=none b\n");
refuses("with a heredoc", "RUN [||]a\nRUN <<A\nb\nA\n");
refuses("with an exec form", 'RUN [||]a\nRUN ["b"]\n');
refuses("over something else", "RUN [||]a\nUSER b\nRUN c\n");
refuses("over a stage", "FROM a\nRUN [|b\nFROM c\nRUN d|]\n");
refuses("in another shell", 'FROM a\nSHELL ["powershell"]\nRUN [||]a\nRUN b\n');
refuses("alone", "RUN [||]a\n");
