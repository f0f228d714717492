import { nameStage } from "../../../../server/src/features/refactorings/nameStage";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(nameStage);

offers(
  "and whoever copies from it by number",
  "FROM [||]a\nFROM b\nCOPY --from=0 c d\nRUN --mount=from=0,target=/e f\nCOPY --from=1 g h\n",
  "FROM a AS build\nFROM b\nCOPY --from=build c d\nRUN --mount=from=build,target=/e f\nCOPY --from=1 g h\n",
);
offers(
  "the last",
  "FROM a AS build\nFROM --platform=x [||]b\n",
  "FROM a AS build\nFROM --platform=x b AS final\n",
);
offers("in lower case", "from [||]a\nfrom b\n", "from a as build\nfrom b\n");
offers(
  "by a name that is free",
  "FROM [||]a\nFROM b AS build\nCOPY --from=build-2 c d\n",
  "FROM a AS build-3\nFROM b AS build\nCOPY --from=build-2 c d\n",
);

refuses("one that has a name", "FROM [||]a AS b\n");
refuses("one that is being written", "FROM [||]a b\n");
refuses("elsewhere", "FROM a\nRUN [||]b\n");
