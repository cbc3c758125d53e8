import * as z from "zod";
import { checkFolder } from "../internal/files/folder-check.ts";
import { defineVendor } from "../vendor.ts";

export const folder = defineVendor({
  name: "a folder",
  about: "A folder that is kept, such as a mounted volume.",
  variables: { ARCHIVE_DIR: z.string() },
  load: () => import("./folder.ts"),
  create: ({ folderArchive }, values, _context: object) => folderArchive({ folder: values.ARCHIVE_DIR }),
  check: ({ ARCHIVE_DIR }) => checkFolder("ARCHIVE_DIR", ARCHIVE_DIR),
});
