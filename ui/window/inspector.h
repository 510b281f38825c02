#pragma once

#include "models/objectdetails.h"
#include "ui/inspector/sidearea.h"

#include <QTimer>

class QGridLayout;
class QVBoxLayout;

namespace squall::ui {

class Theme;

/// What is known about the one thing selected, at the right of the window.
class Inspector : public SideArea
{
    Q_OBJECT

public:
    explicit Inspector(const Theme &theme, QWidget *parent = nullptr);

    void show(const models::ObjectDetails &details);
    /// Nothing is selected.
    void clear();

signals:
    void openRequested(const squall::ObjectId &id);

private:
    void rebuild();
    void addHeading(QVBoxLayout *layout);
    void addSection(QVBoxLayout *layout, const models::DetailSection &section);
    void addLine(QGridLayout *grid, int row, const models::DetailLine &line);

    const Theme &m_theme;
    std::optional<models::ObjectDetails> m_details;
    /// One rebuilding for all that happens in one turn of the event loop, after what caused it has been
    /// drawn.
    QTimer m_rebuilding;
};

} // namespace squall::ui
