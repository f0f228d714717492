import { sortPackages } from "../../../../server/src/features/refactorings/sortPackages";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(sortPackages);

offers("on one line", "RUN apt-get install -y [||]wget Curl git\n", "RUN apt-get install -y Curl git wget\n");
offers("around options", "RUN apk add [||]b --no-cache a\n", "RUN apk add a --no-cache b\n");
offers(
  "over lines",
  "RUN apt-get install -y \\\n    wget[||] \\\n    git=1:2 \\\n  && c\n",
  "RUN apt-get install -y \\\n    git=1:2 \\\n    wget \\\n  && c\n",
);
offers(
  "comments go along",
  "RUN apt-get install -y \\\n    # for b\n    # and more\n    b[||] \\\n    c \\\n    # for a\n    a\n",
  "RUN apt-get install -y \\\n    # for a\n    a \\\n    # for b\n    # and more\n    b \\\n    c\n",
);
offers(
  "in CRLF",
  "RUN pip install \\\r\n    # for b\r\n    b[||] \\\r\n    a\r\n",
  "RUN pip install \\\r\n    a \\\r\n    # for b\r\n    b\r\n",
);
offers(
  "the command with the cursor",
  "RUN apk add b a && apk add d [||]c\n",
  "RUN apk add b a && apk add c d\n",
);
offers("in a heredoc", "RUN <<EOF\napk add b [||]a\nEOF\n", "RUN <<EOF\napk add a b\nEOF\n");

refuses("what is in order", "RUN apk add a [||]b\n");
refuses("what installs nothing", "RUN apk del b [||]a\n");
refuses("comments that belong to nobody", "RUN apk add b \\\n  # why\n  [||]c a\n");
refuses(
  "options among the lines with comments",
  "RUN apk add \\\n  # why\n  b[||] \\\n  --no-cache \\\n  a\n",
);
refuses("other commands", "RUN echo b [||]a\n");
