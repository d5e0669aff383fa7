# How far the history was sealed when a report was issued.

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0002_salts_redactions_and_requests'),
        ('reports', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalreportissue',
            name='seal',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='history.seal', verbose_name='last sealed block of the history'),
        ),
        migrations.AddField(
            model_name='reportissue',
            name='seal',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='history.seal', verbose_name='last sealed block of the history'),
        ),
    ]
