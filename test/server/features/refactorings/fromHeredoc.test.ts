import { fromHeredoc } from "../../../../server/src/features/refactorings/fromHeredoc";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(fromHeredoc);

offers(
  "that stops at the first failure",
  "RUN [||]<<EOF\nset -e\na\nb \\\n  c\nEOF\nUSER d\n",
  "RUN a \\\n    && b \\\n      c\nUSER d\n",
);
offers("that goes on", "RUN [||]<<EOF\na || b\nc\nEOF\n", "RUN a || b; \\\n    c\n");
offers("with more options", "RUN [||]<<EOF\nset -eux\na\n\nb\nEOF\n", "RUN set -eux; \\\n    a; \\\n    b\n");
offers(
  "comments stay",
  "RUN [||]<<EOF\nset -e\n# one\na\n  # two\nb\nEOF\n",
  "RUN \\\n    # one\n    a \\\n    # two\n    && b\n",
);
offers("with tabs", "RUN [||]<<-EOF\n\ta\n\tb\n\tEOF\n", "RUN a; \\\n    b\n");
offers("behind flags", "RUN --network=none [||]<<EOF\na\nb\nEOF\n", "RUN --network=none a; \\\n    b\n");

refuses("a shebang", "RUN [||]<<EOF\n#!/usr/bin/env bash\na\nb\nEOF\n");
refuses("a condition over lines", "RUN [||]<<EOF\nif a; then\nb\nfi\nc\nEOF\n");
refuses("a choice where each must succeed", "RUN [||]<<EOF\nset -e\na\nb || c\nEOF\n");
refuses("a comment behind a command", "RUN [||]<<EOF\na # why\nb\nEOF\n");
refuses("what goes on in the background", "RUN [||]<<EOF\na &\nb\nEOF\n");
refuses("quotes over lines", "RUN [||]<<EOF\na 'b\nc'\nd\nEOF\n");
refuses("a single command", "RUN [||]<<EOF\na\nEOF\n");
refuses("a heredoc for a program", "RUN [||]<<EOF cat > /a\na\nb\nEOF\n");
refuses("one without an end", "RUN [||]<<EOF\na\nb\n");
refuses("a file", "COPY [||]<<EOF /a\na\nb\nEOF\n");
