import type { Rule } from "../lint/rule";

export const volumeHostPath: Rule = {
  id: "volume-host-path",
  aliases: [],
  severity: "warning",
  category: "instructions",
  summary: "VOLUME is given a folder of the host, which it cannot mount.",
  rationale:
    "An image cannot know the computer that it will run on, so VOLUME takes paths in the container alone, and a colon becomes part of the path. Which folder is mounted there is said when the container is started.",
  examples: [
    { text: 'FROM alpine:3.22\nVOLUME [|./data:/data|]\nVOLUME ["/a", [|"/b:/c"|]]\n' },
    {
      text: "FROM alpine:3.22\nVOLUME /data ${DIR:-/b}\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nVOLUME C:\\data C:/b\n",
    },
  ],

  checkInstruction({ keyword, words, exec }, report) {
    if (keyword !== "VOLUME") return;
    for (const { value, range } of exec?.strings ?? words) {
      const [, path] = /^[^:$]{2,}:(\/[^:$]*)(?::\w+)?$/.exec(value) ?? [];
      if (path === undefined) continue;
      report({
        range,
        message: `VOLUME takes the path in the container alone: write ${path}. Mount the host's folder when you start the container: docker run -v ${value}.`,
      });
    }
  },
};
