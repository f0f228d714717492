import type { TransferProgress } from "../../engine/engine";

export interface TransferTarget {
  append(text: string): void;
  report(message: string, fraction?: number): void;
}

interface Layer {
  status: string;
  current: number;
  total: number;
}

/** Sums up what the layers of a pull or push are doing; returns what to call with each piece of news. */
export function transferLog({ append, report }: TransferTarget): (progress: TransferProgress) => void {
  const layers = new Map<string, Layer>();

  return ({ layer: id, status, current, total }) => {
    if (id === undefined) {
      append(`${status}\n`);
      return;
    }
    const layer = layers.get(id) ?? { status: "", current: 0, total: 0 };
    layers.set(id, layer);
    // Byte counts come many times a second; the log tells only what changes in kind.
    if (layer.status !== status) append(`${id}: ${status}\n`);
    layer.status = status;
    if (total !== undefined && total > 0) {
      layer.total = total;
      layer.current = Math.min(current ?? 0, total);
    } else if (isOver(status)) {
      layer.total ||= 1;
      layer.current = layer.total;
    }
    const all = [...layers.values()];
    const over = all.filter((one) => isOver(one.status)).length;
    report(`${over} of ${all.length} layers`, fractionOf(all));
  };
}

/** The engine's words for a layer that is done with, from pulls and pushes of all versions. */
function isOver(status: string): boolean {
  return /^(?:Pull complete|Already exists|Download complete|Pushed|Layer already exists|Mounted from\b)/i.test(
    status,
  );
}

function fractionOf(layers: readonly Layer[]): number {
  return (
    layers.reduce((sum, { current, total }) => sum + (total > 0 ? current / total : 0), 0) / layers.length
  );
}
