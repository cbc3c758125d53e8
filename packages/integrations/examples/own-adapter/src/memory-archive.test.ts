import { archiveContract } from "@org/integrations/contracts";
import { memoryArchive } from "./memory-archive.js";

archiveContract("memory", async () => memoryArchive());
