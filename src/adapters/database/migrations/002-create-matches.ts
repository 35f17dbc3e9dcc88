import type { Kysely } from 'kysely';

/** Which recording stands for a track on a service, and which guides wait to be matched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('matches')
    .addColumn('guide_id', 'text', (column) => column.notNull().references('guides.id'))
    .addColumn('track', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('matches_track', ['guide_id', 'service', 'track'])
    .execute();
  await db.schema
    .createTable('match_requests')
    .addColumn('guide_id', 'text', (column) => column.notNull().references('guides.id'))
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('match_requests_guide', ['guide_id', 'service'])
    .execute();
}
