import { z } from 'zod';

/**
 * One line of a catalog file. The last two fields are only in the catalog shipped here; a file without them
 * gets its album's performer and track numbers made up.
 */
export const catalogRow = z.object({
  id: z.string().min(1).optional(),
  title: z.string().min(1),
  artists: z.array(z.string()).min(1),
  album: z.string().min(1).optional(),
  release_date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  duration_ms: z.number().int().nonnegative().optional(),
  isrc: z.string().optional(),
  album_artists: z.array(z.string().min(1)).min(1).optional(),
  track_number: z.number().int().positive().optional(),
});

export type CatalogRow = z.infer<typeof catalogRow>;
