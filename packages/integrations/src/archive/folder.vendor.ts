import { access, constants } from "node:fs/promises";
import * as z from "zod";
import { defineVendor } from "../vendor.ts";

export const folder = defineVendor({
  name: "a folder",
  about: "A folder that is kept, such as a mounted volume.",
  variables: { ARCHIVE_DIR: z.string() },
  load: () => import("./folder.ts"),
  create: ({ folderArchive }, values, _context: object) => folderArchive({ folder: values.ARCHIVE_DIR }),
  check: ({ ARCHIVE_DIR: folder }) =>
    access(folder, constants.R_OK | constants.W_OK).catch(() => {
      throw new Error("ARCHIVE_DIR is no folder that this process may write to. Create it, or mount it.");
    }),
});
