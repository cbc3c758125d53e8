import { signInCodeContract } from "@org/stores/contracts";
import { memoryCodes } from "./memory-codes.js";

signInCodeContract("memory", memoryCodes());
