import type { Kysely } from 'kysely';

/** Guides with their slugs and revisions, what the search box finds in them, and the files they came from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('guides')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('newest', 'integer', (column) => column.notNull())
    .addColumn('page_version', 'integer', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('guide_slugs')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('guide_id', 'text', (column) => column.notNull().references('guides.id'))
    .execute();
  await db.schema
    .createTable('revisions')
    .addColumn('guide_id', 'text', (column) => column.notNull().references('guides.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('parent', 'integer')
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('revisions_number', ['guide_id', 'number'])
    .execute();
  await db.schema.createIndex('revisions_hash').on('revisions').columns(['guide_id', 'hash']).execute();
  await db.schema
    .createTable('search_entries')
    .addColumn('guide_id', 'text', (column) => column.notNull().references('guides.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('track', 'text')
    .addColumn('track_title', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_entries_position', ['guide_id', 'position'])
    .execute();
  await db.schema
    .createTable('guide_files')
    .addColumn('path', 'text', (column) => column.primaryKey())
    .addColumn('guide', 'text', (column) => column.notNull())
    .addColumn('file_hash', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('base_hash', 'text')
    .addColumn('conflict', 'text')
    .execute();
}
