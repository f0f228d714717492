import { diagnoseConnection as diagnose } from "../../engine/endpoint/diagnoseConnection";
import type { Command } from "../command";
import { connectionReport } from "./connectionReport";

/** Looks for the reason why no engine answers, and writes down what it found. */
export const diagnoseConnection: Command = {
  id: "engine.diagnose",
  title: "Diagnose Connection",
  icon: "pulse",
  palette: "always",

  async run({ ui, dockerContexts }) {
    const { environment, homeFolder, inForce, engineAt } = dockerContexts;
    const diagnosis = await ui.progress("Diagnosing the connection to the Docker engine", () =>
      diagnose({
        machine: { environment, homeFolder, platform: process.platform },
        resolve: inForce,
        engineAt,
      }),
    );
    await ui.showDocument({ name: "engine/connection.txt", text: connectionReport(diagnosis) });
  },
};
