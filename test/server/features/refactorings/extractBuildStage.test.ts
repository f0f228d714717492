import { extractBuildStage } from "../../../../server/src/features/refactorings/extractBuildStage";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(extractBuildStage);

offers(
  "what is around the cursor",
  'FROM golang:1\nWORKDIR /src\n\n# the sources\nCOPY . .\nRUN go build -o app [||].\n\nCMD ["/src/app"]\n',
  'FROM golang:1 AS base\nWORKDIR /src\n\nFROM base AS build\n# the sources\nCOPY . .\nRUN go build -o app .\n\nFROM base\nCOPY --from=build /src /src\n\nCMD ["/src/app"]\n',
);
offers(
  "what is selected, with the stage's name kept",
  "FROM a as dev\nWORKDIR /w\nCOPY x .\nCOPY [|y .\nRUN make|]\n",
  "FROM a AS base\nWORKDIR /w\nCOPY x .\n\nFROM base AS build\nCOPY y .\nRUN make\n\nFROM base AS dev\nCOPY --from=build /w /w\n",
);
offers(
  "right below FROM, where the folder comes from the stage before",
  "FROM a AS one\nWORKDIR /w\nFROM --platform=p one\nRUN [||]make\nFROM b\nCOPY --from=1 c d\nCOPY --from=0 e f\n",
  "FROM a AS one\nWORKDIR /w\nFROM --platform=p one AS build\nRUN make\n\nFROM --platform=p one\nCOPY --from=build /w /w\nFROM b\nCOPY --from=2 c d\nCOPY --from=0 e f\n",
);

refuses("where the working folder is not known", "FROM a\nRUN [||]make\n");
refuses("what installs into the system", "FROM a\nWORKDIR /w\nRUN [||]apt-get install -y b\n");
refuses("what takes files away", "FROM a\nWORKDIR /w\nRUN [||]make && rm -rf src\n");
refuses("what writes elsewhere", "FROM a\nWORKDIR /w\nRUN [||]make --prefix=/usr\n");
refuses("what is redirected elsewhere", "FROM a\nWORKDIR /w\nRUN [||]make > /etc/x\n");
refuses("files that go elsewhere", "FROM a\nWORKDIR /w\nCOPY [|x /y/\nRUN make|]\n");
refuses("another user", "FROM a\nWORKDIR /w\nUSER b\nRUN [||]make\n");
refuses("what is no build", "FROM a\nWORKDIR /w\nENV [|A=1\nRUN make|]\n");
refuses("an exec form without commands that are known", 'FROM a\nSHELL ["cmd"]\nWORKDIR /w\nRUN [||]make\n');
