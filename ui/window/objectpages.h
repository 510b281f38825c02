#pragma once

#include "ui/window/tabarea.h"

namespace squall::models {
class Studio;
}

namespace squall::ui {

class TableView;

/// The tab in which one object is looked at.
TabContent contentFor(const ObjectId &id);

/// The page of such a tab: rows, structure and DDL of what has rows, the definition of everything else.
QWidget *makeObjectPage(const TabContent &content, models::Studio &studio, const Theme &theme,
                        QWidget *parent);

/// Filters the page of a relation as somebody saved it: `part` of the id is the name.
void useSavedFilter(QWidget *page, models::Studio &studio, const ObjectId &id);

/// What such a page is filtered by, as it is written down; empty for nothing.
QString filterOf(const TableView &view);

/// Which side of it is in front, as it is written down.
QString viewName(const TableView &view);

} // namespace squall::ui
