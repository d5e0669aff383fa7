# What later releases keep beside the history: salts, redactions, disposals and request ids.

import django.db.models.deletion
import govreg.core.history.models.salts
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Disposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('what', models.CharField(max_length=80, verbose_name='kind of record')),
                ('before', models.DateTimeField(verbose_name='from before')),
                ('rows', models.PositiveBigIntegerField(verbose_name='how many')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalDisposal',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('history_change_reason', models.TextField(blank=True, default='')),
                ('what', models.CharField(max_length=80, verbose_name='kind of record')),
                ('before', models.DateTimeField(verbose_name='from before')),
                ('rows', models.PositiveBigIntegerField(verbose_name='how many')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical disposal',
                'verbose_name_plural': 'historical disposals',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalRedaction',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('history_change_reason', models.TextField(blank=True, default='')),
                ('basis', models.CharField(choices=[('erasure', 'UK GDPR article 17: the person asked, and erasure is due'), ('unlawful', 'UK GDPR article 17(1)(d): it should not have been recorded'), ('minimisation', 'UK GDPR article 5(1)(c): more than the purpose needs'), ('retention', 'UK GDPR article 5(1)(e): kept as long as it may be'), ('court', 'A court or the Information Commissioner ordered it')], max_length=20, verbose_name='legal basis')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(verbose_name='when')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical redaction',
                'verbose_name_plural': 'historical redactions',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='RedactedValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=80)),
                ('row', models.BigIntegerField()),
                ('field', models.CharField(max_length=80)),
                ('digest', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Redaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('basis', models.CharField(choices=[('erasure', 'UK GDPR article 17: the person asked, and erasure is due'), ('unlawful', 'UK GDPR article 17(1)(d): it should not have been recorded'), ('minimisation', 'UK GDPR article 5(1)(c): more than the purpose needs'), ('retention', 'UK GDPR article 5(1)(e): kept as long as it may be'), ('court', 'A court or the Information Commissioner ordered it')], max_length=20, verbose_name='legal basis')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(verbose_name='when')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='SealRenewal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
            ],
        ),
        # What was written before has no salt, and is sealed in the first way.
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AddField(
                    model_name='changedrow',
                    name='salt',
                    field=models.TextField(blank=True, default='', editable=False),
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name='changedrow',
                    name='salt',
                    field=models.TextField(blank=True, default=govreg.core.history.models.salts.new_salt, editable=False),
                ),
            ],
        ),
        migrations.AddField(
            model_name='changeset',
            name='request_id',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        # What was written before has no salt, and is sealed in the first way.
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AddField(
                    model_name='changeset',
                    name='salt',
                    field=models.TextField(blank=True, default='', editable=False),
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name='changeset',
                    name='salt',
                    field=models.TextField(blank=True, default=govreg.core.history.models.salts.new_salt, editable=False),
                ),
            ],
        ),
        migrations.AddField(
            model_name='seal',
            name='version',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddIndex(
            model_name='changedrow',
            index=models.Index(condition=models.Q(('kind', '-')), fields=['model', 'object_id'], name='changed_row_removed'),
        ),
        migrations.AddField(
            model_name='historicaldisposal',
            name='change_set',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='history.changeset'),
        ),
        migrations.AddField(
            model_name='historicaldisposal',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalredaction',
            name='by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalredaction',
            name='change_set',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='history.changeset'),
        ),
        migrations.AddField(
            model_name='historicalredaction',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='redactedvalue',
            name='change_set',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='history.changeset'),
        ),
        migrations.AddField(
            model_name='redaction',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='redactedvalue',
            name='redaction',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='values', to='history.redaction'),
        ),
        migrations.AddField(
            model_name='sealrenewal',
            name='change_set',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='history.changeset'),
        ),
        migrations.AddField(
            model_name='sealrenewal',
            name='seal',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='renewal', to='history.seal'),
        ),
        migrations.AddIndex(
            model_name='historicaldisposal',
            index=models.Index(fields=['id', '-history_date', '-history_id'], name='histor_disposal_as_at'),
        ),
        migrations.AddIndex(
            model_name='historicalredaction',
            index=models.Index(fields=['id', '-history_date', '-history_id'], name='histor_redaction_as_at'),
        ),
        migrations.AddConstraint(
            model_name='redactedvalue',
            constraint=models.UniqueConstraint(fields=('model', 'row', 'field'), name='one_redaction_of_a_text'),
        ),
    ]
