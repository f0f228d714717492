import type { InstructionEntry } from "../instruction";

const documentation = "https://docs.docker.com/reference/dockerfile/#healthcheck";

export const healthcheck: InstructionEntry = {
  keyword: "HEALTHCHECK",
  summary: "Tells the engine how to find out whether the container still works.",
  does: "The engine runs the command inside the container again and again. Exit code 0 means healthy, 1 unhealthy. After enough failures in a row the container counts as unhealthy.",
  adds: "metadata",
  changes: "Sets the health check in the image's configuration.",
  trap: "The command runs inside the container, so `curl` or `wget` must be in the image. An unhealthy container is not restarted by the engine alone.",
  examples: [
    "HEALTHCHECK --interval=30s --timeout=3s CMD curl -fsS http://localhost:8080/health || exit 1",
    'HEALTHCHECK CMD ["pg_isready", "--quiet"]',
    "HEALTHCHECK NONE",
  ],
  signatures: [
    {
      label: "HEALTHCHECK [flags] CMD command",
      does: "Runs a command to check. It may also be written as a JSON array.",
      parameters: [
        {
          label: "[flags]",
          does: "Any of `--interval`, `--retries`, `--start-interval`, `--start-period`, `--timeout`.",
        },
        { label: "CMD", does: "The word `CMD` stands before the command." },
        { label: "command", does: "Runs in the container. Exit code 0 is healthy, 1 is not; 2 is reserved." },
      ],
    },
    {
      label: "HEALTHCHECK NONE",
      does: "Takes away the check that the base image has.",
      parameters: [{ label: "NONE", does: "No check. Nothing may follow." }],
    },
  ],
  snippets: [
    {
      title: "HEALTHCHECK with curl",
      body: "HEALTHCHECK --interval=${1:30s} --timeout=${2:3s} --start-period=${3:10s} --retries=${4:3} \\\\\n    CMD curl -fsS http://localhost:${5:8080}/${6:health} || exit 1",
      does: "Asks a web server, where the image has curl.",
    },
    {
      title: "HEALTHCHECK with wget",
      body: "HEALTHCHECK --interval=${1:30s} --timeout=${2:3s} \\\\\n    CMD wget -q --spider http://localhost:${3:8080}/${4:health} || exit 1",
      does: "Asks a web server, on Alpine and BusyBox images.",
    },
    {
      title: "HEALTHCHECK in exec form",
      body: 'HEALTHCHECK --interval=${1:30s} CMD ["${2:/app/healthcheck}"]',
      does: "Runs a program of your own, without a shell.",
    },
    { title: "HEALTHCHECK NONE", body: "HEALTHCHECK NONE", does: "Takes away the base image's check." },
  ],
  flags: [
    {
      name: "interval",
      value: { kind: "duration" },
      does: "How long to wait between two checks, and before the first.",
      example: "HEALTHCHECK --interval=1m CMD /healthcheck.sh",
      repeatable: false,
      default: "30s",
      documentation,
    },
    {
      name: "retries",
      value: { kind: "count" },
      does: "How many checks must fail in a row before the container counts as unhealthy.",
      example: "HEALTHCHECK --retries=5 CMD /healthcheck.sh",
      repeatable: false,
      default: "3",
      documentation,
    },
    {
      name: "start-interval",
      value: { kind: "duration" },
      does: "How long to wait between two checks while the start period lasts. It makes a container count as healthy sooner.",
      trap: "It does nothing without `--start-period`, and needs Docker Engine 25 or newer.",
      example: "HEALTHCHECK --start-period=1m --start-interval=2s CMD /healthcheck.sh",
      repeatable: false,
      default: "5s",
      since: "1.6",
      documentation,
    },
    {
      name: "start-period",
      value: { kind: "duration" },
      does: "How long the program may take to start. Failures in that time do not count, until the first check succeeds.",
      example: "HEALTHCHECK --start-period=40s CMD /healthcheck.sh",
      repeatable: false,
      default: "0s",
      documentation,
    },
    {
      name: "timeout",
      value: { kind: "duration" },
      does: "How long one check may take. It is killed then, and counts as failed.",
      example: "HEALTHCHECK --timeout=3s CMD /healthcheck.sh",
      repeatable: false,
      default: "30s",
      documentation,
    },
  ],
  argument: { form: "command", minimum: 1, maximum: undefined, execForm: "accepted", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "shell",
  lastOneCounts: true,
  documentation,
};
