import type { Kysely } from 'kysely';

/** Visitors' connections and what was exported through them; removing a connection takes its exports along. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('connections')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text')
    .addColumn('sealed_tokens', 'text', (column) => column.notNull())
    .addColumn('authorised_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('connections_used').on('connections').column('used_at').execute();
  await db.schema
    .createTable('exports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guide_id', 'text', (column) => column.notNull().references('guides.id'))
    .addColumn('connection_id', 'text', (column) =>
      column.notNull().references('connections.id').onDelete('cascade'),
    )
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('exports_connection').on('exports').column('connection_id').execute();
  await db.schema
    .createTable('exported_playlists')
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('guide_id', 'text', (column) => column.notNull().references('guides.id'))
    .addColumn('playlist_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('exported_playlists_guide', ['service', 'account_id', 'guide_id'])
    .execute();
}
