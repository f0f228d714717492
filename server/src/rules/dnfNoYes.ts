import { redHatNoYes } from "../lint/redHatNoYes";
import type { Rule } from "../lint/rule";

export const dnfNoYes: Rule = {
  id: "dnf-no-yes",
  aliases: ["DL3038"],
  severity: "warning",
  category: "packages",
  summary: "`dnf` would ask whether to go on, and nobody is there to answer.",
  rationale:
    "A build has no keyboard: dnf takes the silence for a no and stops the build. `-y` says yes. Only microdnf never asks.",
  examples: [
    {
      text: "FROM fedora:42\nRUN [|dnf install|] httpd\n",
      fixed: "FROM fedora:42\nRUN dnf install -y httpd\n",
    },
    { text: "FROM fedora:42\nRUN dnf install -y httpd && microdnf install git\n" },
    {
      text: "FROM fedora:42\nRUN dnf -qy install a && dnf5 install --assumeyes b && dnf --setopt=assumeyes=True install c && dnf clean all\n",
    },
    {
      text: 'FROM fedora:42\nRUN ["[|dnf", "install|]", "httpd"]\nRUN yes | dnf install a; sudo [|dnf5 upgrade|]; [|dnf module|] install a:1\n',
      fixed:
        'FROM fedora:42\nRUN ["dnf", "install", "-y", "httpd"]\nRUN yes | dnf install a; sudo dnf5 upgrade -y; dnf module -y install a:1\n',
    },
    {
      text: "FROM fedora:42\nRUN [|dnf install|] a\nRUN echo assumeyes=1 >> /etc/dnf.conf\nRUN dnf install b\n",
      fixed:
        "FROM fedora:42\nRUN dnf install -y a\nRUN echo assumeyes=1 >> /etc/dnf.conf\nRUN dnf install b\n",
    },
  ],

  check: redHatNoYes("dnf"),
};
