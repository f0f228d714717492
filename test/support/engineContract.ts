import { after, before, describe } from "node:test";
import { attachablesContract } from "./contract/attachablesContract";
import { containersContract } from "./contract/containersContract";
import type { ContractSubject } from "./contract/contractSubject";
import { eventsContract } from "./contract/eventsContract";
import { imageFilesContract } from "./contract/imageFilesContract";
import { imagesContract } from "./contract/imagesContract";
import { processesContract } from "./contract/processesContract";
import { registryContract } from "./contract/registryContract";
import { removeImagesContract } from "./contract/removeImagesContract";
import { terminalsContract } from "./contract/terminalsContract";

/** What every Engine must do. Run on the in-memory engine always, and on dockerode where a live engine can be had. */
export function engineContract(
  name: string,
  create: () => Promise<ContractSubject>,
  options: { readonly skip?: string | false } = {},
): void {
  describe(name, options, () => {
    let subject: ContractSubject;
    before(async () => {
      subject = await create();
    });
    after(() => subject?.stop());
    const current = () => subject;

    imagesContract(current);
    removeImagesContract(current);
    imageFilesContract(current);
    containersContract(current);
    processesContract(current);
    terminalsContract(current);
    attachablesContract(current);
    eventsContract(current);
    registryContract(current);
  });
}
