/**
 * A Dockerfile of so many lines, or some more, as people write them: stages, arguments, long commands, comments. Linters
 * find about as much in it as in real files, something in every fourth line.
 */
export function longDockerfile(lines: number): string {
  const written = ["# syntax=docker/dockerfile:1", "ARG VERSION=3.22"];
  for (let part = 0; written.length < lines; part++)
    written.push(...(part % 13 === 0 ? stage(part) : (steps[part % steps.length]?.(part) ?? [])));
  return `${written.join("\n")}\n`;
}

function stage(part: number): string[] {
  return [
    "",
    `# Stage ${part}`,
    `FROM alpine:\${VERSION} AS stage${part}`,
    `ARG NAME${part}=value${part}`,
    `ENV PATH_${part}="/opt/\${NAME${part}}/bin:$PATH" \\`,
    `    HOME_${part}=/home/app`,
    `WORKDIR /srv/app${part}`,
  ];
}

const steps: readonly ((part: number) => string[])[] = [
  (part) => [
    "RUN --mount=type=cache,target=/var/cache/apk \\",
    `    apk add curl git "package${part}" \\`,
    "    # Keep what is needed",
    `    && curl -fsSL https://example.com/archive-${part}.tar.gz | tar -xz \\`,
    `    && echo "$PATH_0" > /tmp/file${part}`,
  ],
  (part) => [
    `# What the program of part ${part} is made from`,
    `COPY --chown=1000:1000 package${part}.json src/ ./`,
    `LABEL org.opencontainers.image.title="part ${part}"`,
    "",
    `EXPOSE ${8000 + part}`,
  ],
  (part) => [
    "RUN set -eux; \\",
    `    mkdir -p /opt/part${part}/bin /opt/part${part}/share; \\`,
    `    cd /opt/part${part}; \\`,
    "    if [ -f Makefile ]; then \\",
    `        make PREFIX=/opt/part${part} install; \\`,
    "    fi; \\",
    `    rm -rf /tmp/part${part}*`,
  ],
  (part) => [
    `ENV OPTION_${part}=on`,
    `COPY config/part${part}.conf /etc/part${part}/`,
    `RUN adduser -D user${part} && chown -R user${part} /etc/part${part}`,
    "",
  ],
];
