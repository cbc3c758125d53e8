import { raiseDependents } from "../src/release/raise-dependents.ts";
import { root } from "../src/repository.ts";

raiseDependents(root);
