/** The language server, as far as commands ask it. */
export interface Language {
  /** Who is built on whom in a Dockerfile, in Mermaid's language; undefined where the server does not know the file. */
  stageGraph(dockerfile: string): Promise<string | undefined>;
}
