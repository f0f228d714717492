import type { Rule } from "../lint/rule";
import { type Questions, unansweredProblems } from "../lint/unansweredProblems";
import { isSetInFile } from "../model/fileSetting";
import { assumeYesInFile, redHatAsks } from "../model/redHatCalls";
import { runInstructions } from "../model/runInstructions";
import { shellOf } from "../model/shellOf";

export const yumNoYes: Rule = {
  id: "yum-no-yes",
  aliases: ["DL3030"],
  severity: "warning",
  category: "packages",
  summary: "`yum` would ask whether to go on, and nobody is there to answer.",
  rationale: "A build has no keyboard: yum takes the silence for a no and stops the build. `-y` says yes.",
  examples: [
    {
      text: "FROM centos:7\nRUN [|yum install|] httpd\n",
      fixed: "FROM centos:7\nRUN yum install -y httpd\n",
    },
    { text: "FROM centos:7\nRUN yum install -y httpd\n" },
    {
      text: "FROM centos:7\nRUN yum -qy install a && yum install --assumeyes b && yum --setopt=assumeyes=1 install c && yum clean all\n",
    },
    {
      text: 'FROM centos:7\nRUN ["[|yum", "install|]", "httpd"]\nRUN yes | yum install a; [|yum update|]\n',
      fixed: 'FROM centos:7\nRUN ["yum", "install", "-y", "httpd"]\nRUN yes | yum install a; yum update -y\n',
    },
    {
      text: "FROM centos:7\nRUN [|yum install|] a\nRUN echo assumeyes=1 >> /etc/yum.conf\nRUN yum install b\n",
      fixed:
        "FROM centos:7\nRUN yum install -y a\nRUN echo assumeyes=1 >> /etc/yum.conf\nRUN yum install b\n",
    },
  ],

  check(dockerfile, report) {
    const isAnswered = isSetInFile(dockerfile, assumeYesInFile);
    for (const instruction of runInstructions(dockerfile.instructions)) {
      if (isAnswered(instruction)) continue;
      const shell = shellOf(dockerfile, instruction);
      for (const problem of unansweredProblems(instruction, shell, questions)) report(problem);
    }
  },
};

const questions: Questions = {
  manager: "yum",
  asks: redHatAsks,
  knownToPeer: (action) => action.endsWith("install"),
};
