import type { InstructionEntry } from "../instruction";

export const user: InstructionEntry = {
  keyword: "USER",
  summary: "Chooses the user that later commands and the container run as.",
  does: "RUN, CMD and ENTRYPOINT from here on run as this user. COPY and ADD do not care: their files belong to root unless `--chown` says otherwise.",
  adds: "metadata",
  changes: "Sets the user in the image's configuration.",
  trap: "The user is not made for you: `RUN useradd` or `adduser` first, or use one that the base image has. A number also works where Kubernetes must prove it is not root.",
  examples: ["USER node", "USER 10001:10001", "USER app:app"],
  signatures: [
    {
      label: "USER user[:group]",
      does: "By name or by number.",
      parameters: [
        { label: "user", does: "A name in the image's `/etc/passwd`, or a number." },
        {
          label: "[:group]",
          does: "A name in `/etc/group`, or a number. The user then has this group alone.",
        },
      ],
    },
  ],
  snippets: [
    { title: "USER", body: "USER ${1:app}", does: "Runs as this user from here on." },
    {
      title: "USER by number",
      body: "USER ${1:10001}:${2:10001}",
      does: "A user that needs no entry in `/etc/passwd`.",
    },
    {
      title: "USER made on Debian or Ubuntu",
      body: "RUN groupadd --system --gid ${1:10001} ${2:app} && useradd --system --uid ${1:10001} --gid ${2:app} ${2:app}\nUSER ${2:app}",
      does: "Makes a user without rights, then becomes it.",
    },
    {
      title: "USER made on Alpine",
      body: "RUN addgroup -S -g ${1:10001} ${2:app} && adduser -S -u ${1:10001} -G ${2:app} ${2:app}\nUSER ${2:app}",
      does: "Makes a user without rights, then becomes it.",
    },
  ],
  flags: [],
  // The builder takes the whole line, but no user has a blank in its name.
  argument: { form: "line", minimum: 1, maximum: 1, execForm: "refused", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#user",
};
