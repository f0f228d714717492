import { splitRun } from "../../../../server/src/features/refactorings/splitRun";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(splitRun);

offers("at each &&", "RUN [||]a && b c && d\n", "RUN a\nRUN b c\nRUN d\n");
offers(
  "over lines",
  "RUN [||]a \\\n    && b \\\n        c \\\n    && d\n",
  "RUN a\nRUN b \\\n        c\nRUN d\n",
);
offers("comments stay between", "  run [||]a && \\\n  # why \n  b\n", "  run a\n  # why\n  run b\n");
offers(
  "with flags",
  "RUN --network=none \\\n  --mount=type=cache,target=/c [||]a && b\n",
  "RUN --network=none \\\n  --mount=type=cache,target=/c a\nRUN --network=none --mount=type=cache,target=/c b\n",
);
offers("the last may change its shell", "RUN [||]a && cd b\n", "RUN a\nRUN cd b\n");
offers("not within a substitution", 'RUN [||]a "$(b && c)" && d\n', 'RUN a "$(b && c)"\nRUN d\n');

refuses("where a command changes the shell", "RUN [||]cd a && b\n");
refuses("where one sets a variable for the next", "RUN [||]a=1 && echo $a\n");
refuses("with a choice", "RUN [||]a && b || c\n");
refuses("a single command", "RUN [||]a\n");
refuses("with a mount that keeps nothing", "RUN --mount=type=tmpfs,target=/t [||]a && b\n");
refuses("where one looks like a JSON array", 'RUN [||]a && [ "b" ]\n');
refuses("an exec form", 'RUN [||]["a", "&&", "b"]\n');
refuses("several at once", "RUN [|a && b\nRUN c|] && d\n");
