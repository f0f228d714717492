import { redHatNoYes } from "../lint/redHatNoYes";
import type { Rule } from "../lint/rule";

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

  check: redHatNoYes("yum"),
};
