type Undo = () => void | Promise<void>;

/** What a run has made and must undo: in reverse order, once, and all of it even where one part fails. */
export class Teardown {
  private readonly undoings: Undo[] = [];
  private running: Promise<void> | undefined;

  add(undo: Undo): void {
    this.undoings.push(undo);
  }

  run(): Promise<void> {
    this.running ??= this.undoAll();
    return this.running;
  }

  private async undoAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const undo of this.undoings.reverse()) {
      try {
        await undo();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `Not all could be undone: ${failures.join("; ")}`);
  }
}
