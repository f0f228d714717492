/** A user that an image brings along, so that USER and `--chown` can name it. */
export interface ContainerUser {
  readonly name: string;
  /** The user's number, where it is the same in all tags of the image. */
  readonly uid?: number;
  /** The group's number, where it is. */
  readonly gid?: number;
  /** Repositories that have it; `*` stands for every image with a distribution in it. */
  readonly repositories: readonly string[];
  readonly does: string;
}

/** Those of every image first, then by name. */
export const containerUsers: readonly ContainerUser[] = [
  {
    name: "root",
    uid: 0,
    gid: 0,
    repositories: ["*"],
    does: "May do everything inside the container. Best not at run time.",
  },
  {
    name: "nobody",
    repositories: ["*"],
    does: "Owns nothing and may do nothing; 65534 nearly everywhere.",
  },
  {
    name: "app",
    uid: 1654,
    gid: 1654,
    repositories: ["mcr.microsoft.com/dotnet/*"],
    does: "The user of .NET 8 and later images; its number is in `$APP_UID`.",
  },
  { name: "bun", uid: 1000, gid: 1000, repositories: ["oven/bun"], does: "The user of the Bun image." },
  {
    name: "cassandra",
    uid: 999,
    gid: 999,
    repositories: ["cassandra"],
    does: "The user of the Cassandra server.",
  },
  { name: "daemon", uid: 1, gid: 1, repositories: ["debian", "ubuntu"], does: "An old user for services." },
  {
    name: "elasticsearch",
    uid: 1000,
    gid: 0,
    repositories: ["elasticsearch"],
    does: "The user of the Elasticsearch server.",
  },
  {
    name: "gradle",
    uid: 1000,
    gid: 1000,
    repositories: ["gradle"],
    does: "The user of the Gradle image, which runs as root otherwise.",
  },
  {
    name: "jenkins",
    uid: 1000,
    gid: 1000,
    repositories: ["jenkins/jenkins"],
    does: "The user of the Jenkins server.",
  },
  {
    name: "memcache",
    uid: 11211,
    gid: 11211,
    repositories: ["memcached"],
    does: "The user of the Memcached server.",
  },
  { name: "mongodb", uid: 999, gid: 999, repositories: ["mongo"], does: "The user of the MongoDB server." },
  {
    name: "mysql",
    uid: 999,
    gid: 999,
    repositories: ["mysql", "mariadb"],
    does: "The user of the MySQL or MariaDB server.",
  },
  {
    name: "nginx",
    uid: 101,
    gid: 101,
    repositories: ["nginx", "nginxinc/nginx-unprivileged"],
    does: "The user of nginx's worker processes.",
  },
  {
    name: "node",
    uid: 1000,
    gid: 1000,
    repositories: ["node"],
    does: "The user of the Node.js image, which runs as root otherwise.",
  },
  {
    name: "nonroot",
    uid: 65532,
    gid: 65532,
    repositories: ["gcr.io/distroless/*", "cgr.dev/chainguard/*"],
    does: "The user of distroless and Chainguard images.",
  },
  // 999 on Debian, 70 on Alpine: https://github.com/docker-library/postgres
  {
    name: "postgres",
    repositories: ["postgres"],
    does: "The user of the PostgreSQL server: 999 on Debian, 70 on Alpine.",
  },
  {
    name: "rabbitmq",
    uid: 999,
    gid: 999,
    repositories: ["rabbitmq"],
    does: "The user of the RabbitMQ server.",
  },
  { name: "redis", uid: 999, repositories: ["redis"], does: "The user of the Redis server." },
  {
    name: "ubuntu",
    uid: 1000,
    gid: 1000,
    repositories: ["ubuntu"],
    does: "A plain user of Ubuntu images since 23.04.",
  },
  // 33 on Debian, 82 on Alpine.
  {
    name: "www-data",
    repositories: ["php", "httpd", "wordpress", "nextcloud", "drupal", "debian", "ubuntu"],
    does: "The user of web servers: 33 on Debian, 82 on Alpine.",
  },
  {
    name: "ContainerAdministrator",
    repositories: ["mcr.microsoft.com/windows/*"],
    does: "The administrator of Windows containers.",
  },
  {
    name: "ContainerUser",
    repositories: ["mcr.microsoft.com/windows/*"],
    does: "The plain user of Windows containers.",
  },
];

/** The users that an image has for certain, those of every image last. */
export function usersOf(repository: string): readonly ContainerUser[] {
  const own = containerUsers.filter(({ repositories }) =>
    repositories.some((pattern) => covers(pattern, repository)),
  );
  return [...own, ...containerUsers.filter(({ repositories }) => repositories.includes("*"))];
}

function covers(pattern: string, repository: string): boolean {
  return pattern.endsWith("/*") ? repository.startsWith(pattern.slice(0, -1)) : pattern === repository;
}
