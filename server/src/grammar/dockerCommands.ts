/** A command of the `docker` program that people write into a Dockerfile as if it were an instruction. */
export interface DockerCommand {
  /** Upper case, as it would stand at the start of a line. */
  readonly word: string;
  /** The command line it stands for. */
  readonly commandLine: string;
  readonly does: string;
  /** What to write in the Dockerfile for the same wish, where there is something. */
  readonly instead?: string;
  /** The Drydock command that does it, where there is one; `….focus` shows a view. */
  readonly command?: string;
}

/** In alphabetic order. */
export const dockerCommands: readonly DockerCommand[] = [
  {
    word: "ATTACH",
    commandLine: "docker attach container",
    does: "Joins the terminal of a running container.",
  },
  {
    word: "BUILD",
    commandLine: "docker build --tag name .",
    does: "Builds an image from this file.",
    command: "drydock.images.build",
  },
  {
    word: "COMMIT",
    commandLine: "docker commit container image",
    does: "Makes an image of a container as it is now.",
    instead: "A Dockerfile needs none: each instruction is kept by itself.",
  },
  {
    word: "COMPOSE",
    commandLine: "docker compose up",
    does: "Starts the containers that a compose file describes.",
  },
  {
    word: "CP",
    commandLine: "docker cp container:path .",
    does: "Copies files out of or into a container.",
    instead: "Write `COPY source destination`.",
  },
  {
    word: "CREATE",
    commandLine: "docker create image",
    does: "Makes a container without starting it.",
    command: "drydock.images.run",
  },
  {
    word: "EXEC",
    commandLine: "docker exec container command",
    does: "Runs a command in a container that runs already.",
    instead: "Write `RUN command` for the build, or `CMD` for the container.",
  },
  {
    word: "EXPORT",
    commandLine: "docker export container",
    does: "Writes a container's files into an archive.",
  },
  {
    word: "HISTORY",
    commandLine: "docker history image",
    does: "Shows the layers of an image.",
  },
  {
    word: "IMAGES",
    commandLine: "docker images",
    does: "Lists the images that the engine has.",
    command: "drydock.images.focus",
  },
  {
    word: "IMPORT",
    commandLine: "docker import archive",
    does: "Makes an image of an archive.",
    instead: "Write `FROM scratch` and `ADD archive.tar.gz /`.",
  },
  { word: "INFO", commandLine: "docker info", does: "Says what the engine is and how it is doing." },
  {
    word: "INSPECT",
    commandLine: "docker inspect name",
    does: "Shows everything that the engine knows of an image or container.",
    command: "drydock.images.inspect",
  },
  {
    word: "KILL",
    commandLine: "docker kill container",
    does: "Ends a container at once.",
  },
  {
    word: "LOAD",
    commandLine: "docker load --input archive",
    does: "Reads images from an archive.",
  },
  {
    word: "LOGIN",
    commandLine: "docker login registry",
    does: "Logs in to a registry.",
    command: "drydock.registries.logIn",
  },
  {
    word: "LOGOUT",
    commandLine: "docker logout registry",
    does: "Logs out of a registry.",
    command: "drydock.registries.logOut",
  },
  {
    word: "LOGS",
    commandLine: "docker logs container",
    does: "Shows what a container printed.",
    command: "drydock.containers.logs",
  },
  {
    word: "NETWORK",
    commandLine: "docker network create name",
    does: "Manages the networks of containers.",
    instead: "For one step of the build, write `RUN --network=…`.",
  },
  {
    word: "PAUSE",
    commandLine: "docker pause container",
    does: "Freezes a container.",
  },
  {
    word: "PORT",
    commandLine: "docker port container",
    does: "Shows which ports a container publishes.",
    instead: "Write `EXPOSE port`.",
  },
  {
    word: "PRUNE",
    commandLine: "docker image prune",
    does: "Removes what is not used any more.",
  },
  {
    word: "PS",
    commandLine: "docker ps",
    does: "Lists the containers that run.",
    command: "drydock.containers.focus",
  },
  {
    word: "PULL",
    commandLine: "docker pull image",
    does: "Fetches an image from its registry.",
    instead: "Write `FROM image`: the build fetches it by itself.",
    command: "drydock.images.pull",
  },
  {
    word: "PUSH",
    commandLine: "docker push image",
    does: "Sends an image to its registry, once it is built.",
    command: "drydock.images.push",
  },
  {
    word: "RENAME",
    commandLine: "docker rename container name",
    does: "Gives a container another name.",
  },
  {
    word: "RESTART",
    commandLine: "docker restart container",
    does: "Stops a container and starts it again.",
  },
  {
    word: "RM",
    commandLine: "docker rm container",
    does: "Removes a container.",
    instead: "To delete files, write `RUN rm …`.",
    command: "drydock.containers.remove",
  },
  {
    word: "RMI",
    commandLine: "docker rmi image",
    does: "Removes an image.",
    command: "drydock.images.remove",
  },
  {
    word: "SAVE",
    commandLine: "docker save image",
    does: "Writes an image into an archive.",
  },
  {
    word: "SEARCH",
    commandLine: "docker search word",
    does: "Looks for images on Docker Hub.",
  },
  {
    word: "START",
    commandLine: "docker start container",
    does: "Starts a container again.",
    instead: "Write `CMD` to say what a container starts.",
    command: "drydock.containers.start",
  },
  { word: "STATS", commandLine: "docker stats", does: "Shows how much containers use." },
  {
    word: "STOP",
    commandLine: "docker stop container",
    does: "Stops a container.",
    instead: "Write `STOPSIGNAL` to choose how it is asked to stop.",
    command: "drydock.containers.stop",
  },
  {
    word: "TAG",
    commandLine: "docker tag image name",
    does: "Gives an image another name.",
    instead: "Name the image when you build it: `docker build --tag name .`.",
    command: "drydock.images.tag",
  },
  { word: "TOP", commandLine: "docker top container", does: "Lists the processes of a container." },
  {
    word: "UNPAUSE",
    commandLine: "docker unpause container",
    does: "Lets a frozen container go on.",
  },
  { word: "UPDATE", commandLine: "docker update container", does: "Changes the limits of a container." },
  {
    word: "VERSION",
    commandLine: "docker version",
    does: "Shows the versions of the program and the engine.",
    instead: "For the image's version, write `LABEL org.opencontainers.image.version=…`.",
  },
  { word: "WAIT", commandLine: "docker wait container", does: "Waits until a container stops." },
];

const byWord: ReadonlyMap<string, DockerCommand> = new Map(
  dockerCommands.map((entry) => [entry.word, entry]),
);

export function dockerCommand(word: string): DockerCommand | undefined {
  return byWord.get(word.toUpperCase());
}
