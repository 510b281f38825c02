#pragma once

#include "models/savedfilters.h"

#include <QMenu>

class QLineEdit;

namespace squall::models {
class TableFilter;
}

namespace squall::ui {

/// The named filters of one relation: to use, to add the present one, to take away.
class SavedFiltersMenu : public QMenu
{
    Q_OBJECT

public:
    SavedFiltersMenu(models::SavedFilters &saved, models::TableFilter &filter, QWidget *parent = nullptr);

private:
    void fill();
    void addSaved();
    void addSaving();
    void askForName(const QString &name);

    models::SavedFilters &m_saved;
    models::TableFilter &m_filter;
};

} // namespace squall::ui
