# What openpyxl finds in the file of the first argument, as JSON.
import datetime
import json
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1])
page = book.worksheets[0]


def said(cell):
    value = cell.value
    if isinstance(value, datetime.datetime):
        value = value.isoformat() + "Z"
    return {
        "value": value,
        "type": cell.data_type,
        "format": cell.number_format,
        "link": cell.hyperlink.target if cell.hyperlink else None,
    }


cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
json.dump(
    {
        "sheets": book.sheetnames,
        "frozen": page.freeze_panes,
        "filter": page.auto_filter.ref,
        "formulas": sum(cell.data_type == "f" for cell in cells),
        "about": {row[0].value: row[1].value for row in book["About"].iter_rows()},
        "cells": [[said(cell) for cell in row] for row in page.iter_rows()],
    },
    sys.stdout,
)
